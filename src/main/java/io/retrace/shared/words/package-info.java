/** How everything that people read is said, on screens and on paper. */
@NamedInterface("words")
@NullMarked
package io.retrace.shared.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
