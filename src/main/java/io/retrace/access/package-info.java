/** Copies of what is held about a person: what companies send in, and the package that its person takes home. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: words",
            "identity",
            "identity :: spi",
            "partners",
            "ledger",
            "requests",
            "obligations",
            "evidence",
            "evidence :: verify"
        })
@NullMarked
package io.retrace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
