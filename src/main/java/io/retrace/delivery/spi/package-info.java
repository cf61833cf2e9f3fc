/** What a further way of asking a company has to implement. */
@NamedInterface("spi")
@NullMarked
package io.retrace.delivery.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
