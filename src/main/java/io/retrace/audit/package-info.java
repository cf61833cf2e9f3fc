/** What an auditor reads and takes: the log, requests, holds and refusals, figures. It owns the list of bundles taken. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "identity :: spi", "partners", "requests", "evidence"})
@NullMarked
package io.retrace.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
