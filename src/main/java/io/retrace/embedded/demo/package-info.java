/**
 * The demo’s outside world, in its own process: companies that answer over the wire, and the platform that feeds the
 * ledger through the public API. It knows the portal only as any company does.
 */
@NullMarked
package io.retrace.embedded.demo;

import org.jspecify.annotations.NullMarked;
