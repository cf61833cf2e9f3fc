package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The word in Java and the word in SQL are one (ADR 0006). */
class InstantsModuleTest {

    private static final CompanyWord[] OUTCOMES = {
        CompanyWord.CONFIRMED_DELETED, CompanyWord.HAD_NOTHING, CompanyWord.KEPT_SOME
    };

    private final World world = World.shared();
    private final Random random = new Random(20261103);

    @Test
    void java_and_sql_say_the_same_word_for_the_same_instants() {
        for (int i = 0; i < 2_000; i++) {
            var answered = moment();
            var instants = new Instants(
                    moment(), moment(), answered, answered == null ? null : OUTCOMES[random.nextInt(3)], moment());
            var now = Instant.ofEpochSecond(random.nextInt(10));
            assertThat(wordInSql(instants, now)).as("%s at %s", instants, now).isEqualTo(instants.word(now));
        }
    }

    /** Few different moments, so that equal ones are frequent. */
    private @Nullable Instant moment() {
        return random.nextInt(3) == 0 ? null : Instant.ofEpochSecond(random.nextInt(10));
    }

    private CompanyWord wordInSql(Instants instants, Instant now) {
        return world.db()
                .sql("select " + WordSql.WORD + """
                         from (values (cast(:asked as timestamptz), cast(:acknowledged as timestamptz),
                                       cast(:answered as timestamptz), cast(:outcome as text),
                                       cast(:silent as timestamptz)))
                              as o (asked_at, acknowledged_at, answered_at, outcome, silent_after)
                        """)
                .param("asked", timestamp(instants.askedAt()))
                .param("acknowledged", timestamp(instants.acknowledgedAt()))
                .param("answered", timestamp(instants.answeredAt()))
                .param(
                        "outcome",
                        instants.outcome() == null ? null : instants.outcome().name())
                .param("silent", timestamp(instants.silentAfter()))
                .param("now", Timestamp.from(now))
                .query((row, number) -> CompanyWord.valueOf(row.getString(1)))
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
