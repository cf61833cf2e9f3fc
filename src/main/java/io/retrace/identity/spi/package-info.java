/** What every module that holds personal data has to implement, so that a person can be forgotten. */
@NamedInterface("spi")
@NullMarked
package io.retrace.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
