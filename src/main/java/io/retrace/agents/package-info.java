/** Authorised agents: what they file on behalf of people by the Data Rights Protocol 1.0, and what becomes of it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "identity :: spi",
            "partners",
            "ledger",
            "requests",
            "delivery",
            "delivery :: spi"
        })
@NullMarked
package io.retrace.agents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
