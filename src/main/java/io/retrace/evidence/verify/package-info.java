/**
 * Checks a receipt that somebody kept, as {@code docs/receipt-format.md} says. Plain JDK on purpose, like
 * {@code evidence.merkle}: it must run without the portal, its libraries or a network, for as long as there is a Java.
 */
@NamedInterface("verify")
@NullMarked
package io.retrace.evidence.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
