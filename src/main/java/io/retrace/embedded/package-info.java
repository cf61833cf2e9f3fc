/** The embedded default: PostgreSQL, Keycloak, mailbox, demo companies, demo data. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.retrace.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
