/** Letters that look like family, and the way they leave the house. */
@NamedInterface("mail")
@NullMarked
package io.retrace.shared.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
