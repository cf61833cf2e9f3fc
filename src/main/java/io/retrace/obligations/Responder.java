package io.retrace.obligations;

import io.retrace.partners.PartnerId;
import io.retrace.shared.ForModules;

/** Which company the caller answers for; never the caller’s own claim. */
@ForModules
public interface Responder {

    /** For all that it is asked; throws {@code NotFound} if the caller answers for none, or for one question only. */
    PartnerId company();

    /** About this question; throws {@code NotFound} if the caller may not answer it for any company. */
    PartnerId company(ObligationId about);
}
