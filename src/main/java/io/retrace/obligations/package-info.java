/** One obligation per request and company: items, answers, attestations, chasing. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "identity :: spi", "partners", "ledger", "requests"})
@NullMarked
package io.retrace.obligations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
