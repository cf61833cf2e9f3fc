package io.retrace.notifications;

import io.retrace.identity.Contact;
import io.retrace.identity.MemberRef;
import io.retrace.identity.SubjectId;
import io.retrace.identity.Subjects;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestReferences;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Reference;
import io.retrace.testing.ModuleWorld;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The module with people and requests that a test makes up. */
final class NotificationsWorld extends ModuleWorld {

    final People people = bean(People.class);
    final References references = bean(References.class);

    NotificationsWorld() {
        super(Beans.class);
    }

    String ending() {
        return jdbc.sql("select coalesce(ending, 'OPEN') from mail")
                .query(String.class)
                .single();
    }

    @ComponentScan("io.retrace.notifications")
    static class Beans {

        @Bean
        People people() {
            return new People();
        }

        @Bean
        References references() {
            return new References();
        }
    }

    /** Accounts in memory, which can be away as Keycloak can. */
    static final class People implements Subjects {

        private final Map<SubjectId, Contact> contacts = new ConcurrentHashMap<>();
        private volatile boolean away;

        SubjectId person(Locale locale) {
            var id = new SubjectId(UUID.randomUUID());
            contacts.put(id, new Contact(new EmailAddress("someone@members.example"), locale));
            return id;
        }

        void leaves(SubjectId id) {
            contacts.remove(id);
        }

        void away(boolean away) {
            this.away = away;
        }

        @Override
        public Map<MemberRef, SubjectId> ofMembers(Collection<MemberRef> members) {
            throw new UnsupportedOperationException("notifications never creates people");
        }

        @Override
        public Optional<Contact> contact(SubjectId subject) {
            if (away) throw new IllegalStateException("Keycloak is away");
            return Optional.ofNullable(contacts.get(subject));
        }

        @Override
        public Optional<MemberRef> memberAt(EmailAddress address) {
            throw new UnsupportedOperationException("notifications look for nobody");
        }

        @Override
        public Optional<SubjectId> known(MemberRef member) {
            throw new UnsupportedOperationException("notifications look for nobody");
        }
    }

    /** References in memory. */
    static final class References implements RequestReferences {

        private final Map<RequestId, Reference> references = new ConcurrentHashMap<>();

        @Override
        public Reference reference(RequestId request) {
            return references.computeIfAbsent(request, id -> Reference.next('R'));
        }
    }
}
