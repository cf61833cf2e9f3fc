/** Files for auditors: bundles, proofs, the register. */
@NullMarked
package io.retrace.audit.web;

import org.jspecify.annotations.NullMarked;
