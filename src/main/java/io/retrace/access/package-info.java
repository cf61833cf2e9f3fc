/** Copies of what companies hold: files they send are taken in, checked and kept encrypted. */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "identity :: spi", "partners", "ledger", "requests", "obligations"
        })
@NullMarked
package io.retrace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
