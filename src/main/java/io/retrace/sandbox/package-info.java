/** Questions about people who do not exist, for companies that try their programs: never in a portal for real people. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "partners", "ledger", "requests"})
@NullMarked
package io.retrace.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
