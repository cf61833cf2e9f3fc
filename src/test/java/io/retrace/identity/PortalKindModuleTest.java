package io.retrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made-up people and real ones never share a database: the database itself sees to it. */
class PortalKindModuleTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @Test
    @UseCase("UC-024/1")
    void the_first_start_decides_whom_a_portal_is_for_and_no_other_kind_starts_on_its_database() {
        new PortalMark(jdbc, "sandbox").start();
        new PortalMark(jdbc, "sandbox").start();

        assertThatThrownBy(() -> new PortalMark(jdbc, "real").start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SANDBOX");
        for (var change :
                new String[] {"update portal_kind set kind = 'REAL'", "delete from portal_kind", "truncate portal_kind"
                })
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changes");
    }

    @ParameterizedTest
    @CsvSource({"real,m-1,sandbox-1-a", "sandbox,sandbox-1-a,m-1", "'',m-1,sandbox-1-a"})
    @UseCase("UC-024/2")
    void a_database_takes_its_own_kind_of_people_and_refuses_the_other(String kind, String own, String foreign) {
        if (!kind.isEmpty()) new PortalMark(jdbc, kind).start(); // before its first start it is as one for real people

        assertThat(insert(own)).isEqualTo(1);
        assertThatThrownBy(() -> insert(foreign)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update subject set member_ref = ?")
                        .param(foreign)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private int insert(String member) {
        return jdbc.sql("insert into subject (id, member_ref, created_at) values (?, ?, now())")
                .param(UUID.randomUUID())
                .param(member)
                .update();
    }
}
