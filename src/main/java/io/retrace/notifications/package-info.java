/** Mails to the person. Nothing public. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: mail",
            "identity",
            "identity :: spi",
            "requests",
            "obligations",
            "access",
            "agents"
        })
@NullMarked
package io.retrace.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
