/** Words that every module speaks: events, refusals, small value types. At most a dozen types. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.retrace.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
