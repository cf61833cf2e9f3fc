package io.retrace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void every_fresh_database_is_migrated_and_empty() {
        var one = JdbcClient.create(TestDatabase.fresh());
        var other = JdbcClient.create(TestDatabase.fresh());
        one.sql("insert into subject values (gen_random_uuid(), 'm-1', now())").update();
        assertThat(one.sql("select count(*) from subject").query(Long.class).single())
                .isOne();
        assertThat(other.sql("select count(*) from subject").query(Long.class).single())
                .isZero();
        assertThat(other.sql("select datcollate from pg_database where datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("C.UTF-8");
    }
}
