package io.retrace.identity;

import io.retrace.shared.ForModules;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Maps the platform’s members to subjects. */
@ForModules
public interface Subjects {

    /** Subjects of these members, created where new. Who was erased, or is being erased, has none and gets none. */
    Map<MemberRef, SubjectId> ofMembers(Collection<MemberRef> members);

    /** How to reach the person now, from Keycloak; empty if the account is gone. Throws if Keycloak cannot be reached. */
    Optional<Contact> contact(SubjectId subject);
}
