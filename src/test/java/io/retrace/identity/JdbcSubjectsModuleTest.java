package io.retrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.SecretBox;
import io.retrace.testing.TestDatabase;
import jakarta.ws.rs.ProcessingException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcSubjectsModuleTest {

    private static final MemberRef ADA = new MemberRef("m-000001");
    private static final MemberRef BEN = new MemberRef("m-000002");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Accounts unreachable =
            new Accounts(new KeycloakSettings("http://127.0.0.1:1", null, "retrace", "secret", "secret"));
    private final Tombstones tombstones =
            new Tombstones(jdbc, new SecretBox(Base64.getEncoder().encodeToString(new byte[32])));
    private final JdbcSubjects subjects = new JdbcSubjects(jdbc, unreachable, tombstones, Clock.systemUTC());

    @Test
    void creates_who_is_new_and_finds_who_is_known() {
        var ada = subjects.ofMembers(Set.of(ADA)).get(ADA);

        var both = subjects.ofMembers(List.of(BEN, ADA, ADA));

        assertThat(both).hasSize(2).containsEntry(ADA, ada);
        assertThat(both.get(BEN)).isNotNull().isNotEqualTo(ada);
        assertThat(subjects.ofMembers(List.of())).isEmpty();
    }

    @Test
    void has_no_contact_for_an_unknown_subject_and_asks_keycloak_nothing() {
        assertThat(subjects.contact(new SubjectId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void fails_instead_of_answering_nobody_while_keycloak_is_away() {
        var ada = subjects.ofMembers(Set.of(ADA)).values().iterator().next();

        assertThatThrownBy(() -> subjects.contact(ada)).isInstanceOf(ProcessingException.class);
    }
}
