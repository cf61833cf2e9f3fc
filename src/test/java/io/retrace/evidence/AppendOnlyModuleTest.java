package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.testing.UseCase;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever gets at the database as the application may add evidence and do nothing else to it. */
class AppendOnlyModuleTest {

    private final EvidenceFixture evidence = EvidenceFixture.fresh();

    @AfterEach
    void close() {
        evidence.close();
    }

    @ParameterizedTest
    @UseCase("UC-009/4")
    @ValueSource(
            strings = {
                "update evidence_leaf set entry = 'x'",
                "update evidence_leaf set position = position + 1",
                "update evidence_leaf set position = null",
                "update evidence_leaf set position = position",
                "update evidence_leaf set position = 7, entry = 'x' where position is null",
                "delete from evidence_leaf",
                "truncate evidence_leaf",
                "update evidence_opening set body = 'x'",
                "update evidence_opening set subject_id = null",
                "truncate evidence_opening",
                "update evidence_node set hash = hash",
                "delete from evidence_node",
                "truncate evidence_node",
                "update evidence_checkpoint set note = 'x'",
                "delete from evidence_checkpoint",
                "truncate evidence_checkpoint",
                "update evidence_key set name = 'x'",
                "delete from evidence_key",
                "truncate evidence_key"
            })
    void what_is_written_stays(String statement) {
        evidence.commit();
        evidence.sequencer.run();
        evidence.commit();
        assertThatThrownBy(() -> evidence.jdbc.sql(statement).update())
                .rootCause()
                .hasMessageContaining("evidence only grows");
    }

    @Test
    void two_roots_for_one_size_cannot_be_stored() {
        evidence.commit();
        evidence.sequencer.run();
        assertThatThrownBy(() -> evidence.jdbc
                        .sql(
                                "insert into evidence_checkpoint select size, sha256(root), note, signed_at from evidence_checkpoint")
                        .update())
                .rootCause()
                .hasMessageContaining("evidence_checkpoint_pkey");
    }

    @Test
    void a_place_cannot_be_taken_twice() {
        evidence.commit();
        evidence.sequencer.run();
        evidence.commit();
        assertThatThrownBy(() -> evidence.jdbc
                        .sql("update evidence_leaf set position = 0 where position is null")
                        .update())
                .rootCause()
                .hasMessageContaining("evidence_leaf_position");
    }

    @Test
    void a_role_of_its_own_is_not_even_granted_more() throws SQLException {
        evidence.jdbc.sql("create role retrace_app").update();
        try (var connection = evidence.dataSource.getConnection();
                var statement = connection.createStatement()) {
            Flyway.configure()
                    .dataSource(evidence.dataSource)
                    .schemas("granted")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            statement.execute("grant usage on schema granted to retrace_app");
            statement.execute("set search_path to granted");
            statement.execute("set role retrace_app");
            statement.execute("insert into evidence_leaf (entry) values ('x')");
            statement.execute("update evidence_leaf set position = 0");
            for (var refused : new String[] {
                "update evidence_leaf set entry = 'y'",
                "delete from evidence_leaf",
                "truncate evidence_leaf",
                "update evidence_checkpoint set size = 9",
                "delete from evidence_node",
                "alter table evidence_leaf disable trigger all"
            }) {
                assertThatThrownBy(() -> statement.execute(refused))
                        .as(refused)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
            statement.execute("reset role");
        } finally {
            evidence.jdbc.sql("drop schema granted cascade").update();
            evidence.jdbc.sql("drop role retrace_app").update();
        }
    }
}
