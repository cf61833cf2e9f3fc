/** Append-only Merkle log: one leaf per state change, signed checkpoints. */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "identity :: spi", "partners", "requests", "obligations"})
@NullMarked
package io.retrace.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
