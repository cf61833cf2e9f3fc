package io.retrace.partners;

import io.retrace.shared.ForModules;
import java.util.Collection;
import java.util.Optional;

/** Who is registered: read by every module and page; the whole registry is small and cached. */
@ForModules
public interface PartnerDirectory {

    /** Throws {@code NotFound} if there is none. */
    Partner partner(PartnerId id);

    Optional<Partner> bySlug(String slug);

    Collection<Partner> partners();

    Optional<Purpose> purpose(String code);

    /** Throws {@code NotFound} if there is none. */
    Purpose purpose(int no);

    Collection<Purpose> purposes();
}
