/** Pages by audience, on top of the graph. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: words",
            "identity",
            "partners",
            "ledger",
            "requests",
            "obligations",
            "access",
            "delivery",
            "agents",
            "evidence",
            "evidence :: merkle",
            "evidence :: verify",
            "audit"
        })
@NullMarked
package io.retrace.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
