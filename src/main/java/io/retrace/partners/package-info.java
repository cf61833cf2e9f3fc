/** The registry of companies: agreements, purposes, contacts, endpoints, keys. */
@ApplicationModule(allowedDependencies = {"shared", "shared :: mail", "identity"})
@NullMarked
package io.retrace.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
