/** How a company is asked: channels, attempts, retry schedule, signatures. */
@ApplicationModule(allowedDependencies = {"shared", "shared :: mail", "identity", "partners", "obligations"})
@NullMarked
package io.retrace.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
