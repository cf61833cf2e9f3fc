/** What auditors see: the log and its proofs, a request with its bundle, the register of holds, figures. Read-only. */
@NullMarked
package io.retrace.ui.audit;

import org.jspecify.annotations.NullMarked;
