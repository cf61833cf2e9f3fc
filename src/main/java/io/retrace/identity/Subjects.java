package io.retrace.identity;

import io.retrace.shared.EmailAddress;
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

    /**
     * Whose proved address this is, asked of Keycloak: empty if nobody’s, or more than one person’s. Takes its time, so never
     * inside a transaction. Throws if Keycloak cannot be reached.
     */
    Optional<MemberRef> memberAt(EmailAddress address);

    /** The subject of this member, who is never created by it; empty if there is none, or they are being erased. */
    Optional<SubjectId> known(MemberRef member);
}
