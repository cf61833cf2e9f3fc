/** A stranger’s verifier, written from docs/receipt-format.md and the specifications it names, sharing no code with ours. */
@NullMarked
package io.retrace.evidence.outsider;

import org.jspecify.annotations.NullMarked;
