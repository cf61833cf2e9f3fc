/** The person’s request: transitions, statutory deadline, undo window. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "identity :: spi", "partners", "ledger"})
@NullMarked
package io.retrace.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
