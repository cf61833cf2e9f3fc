/** Photos and disclosures: who has what of whom. Rows come by the million. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "identity :: spi", "partners"})
@NullMarked
package io.retrace.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
