package io.retrace.access;

import io.retrace.identity.Contact;
import io.retrace.identity.MemberRef;
import io.retrace.identity.SubjectId;
import io.retrace.identity.Subjects;
import io.retrace.shared.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keycloak’s part: accounts in memory; subjects are in the table, as ever. */
final class People implements Subjects {

    private final JdbcClient jdbc;
    private final Map<SubjectId, Contact> contacts = new ConcurrentHashMap<>();

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void joins(SubjectId subject, Locale language) {
        contacts.put(subject, new Contact(new EmailAddress("someone@members.example"), language));
    }

    void leaves(SubjectId subject) {
        contacts.remove(subject);
    }

    @Override
    public Map<MemberRef, SubjectId> ofMembers(Collection<MemberRef> members) {
        var found = new HashMap<MemberRef, SubjectId>();
        for (var member : members) {
            jdbc.sql("select id from subject where member_ref = ?")
                    .param(member.value())
                    .query(UUID.class)
                    .optional()
                    .ifPresent(id -> found.put(member, new SubjectId(id)));
        }
        return found;
    }

    @Override
    public Optional<Contact> contact(SubjectId subject) {
        return Optional.ofNullable(contacts.get(subject));
    }

    @Override
    public Optional<MemberRef> memberAt(EmailAddress address) {
        throw new UnsupportedOperationException("packages look for nobody");
    }

    @Override
    public Optional<SubjectId> known(MemberRef member) {
        throw new UnsupportedOperationException("packages look for nobody");
    }
}
