/** The Keycloak adapter: who is here, how surely, and how to reach them. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.retrace.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
