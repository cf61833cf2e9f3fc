package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.OpenVisits.Kind;
import io.retrace.testing.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits are counted by all nodes together, by address, and forgotten. */
class OpenVisitsModuleTest {

    private static final int MOST = 5;
    private static final EvidenceFixture EVIDENCE = EvidenceFixture.fresh();

    private final OpenVisits one = node();
    private final OpenVisits other = node();

    @AfterAll
    static void close() {
        EVIDENCE.close();
    }

    @BeforeEach
    void nobodyWasHere() {
        EVIDENCE.jdbc.sql("delete from open_visit").update();
    }

    @Test
    @UseCase("UC-010/9")
    void two_nodes_let_in_together_what_one_would_let_in_alone() throws ExecutionException, InterruptedException {
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            var node = i % 2 == 0 ? one : other;
            calls.add(() -> node.count(Kind.READ, "203.0.113.7").isEmpty());
        }
        int allowed = 0;
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var call : crowd.invokeAll(calls)) if (call.get()) allowed++;
        }
        assertThat(allowed).isBetween(MOST, 2 * MOST); // twice if a minute ended meanwhile
    }

    @Test
    void an_address_is_one_connection_and_kinds_are_counted_apart() {
        for (var same : List.of("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", "2001:db8:0:1::3")) {
            for (int i = 0; i < MOST; i++) one.count(Kind.READ, same);
        }
        assertThat(one.count(Kind.READ, "2001:db8:0:1::4")).isPresent();
        assertThat(Stream.of("2001:db8:0:2::1", "203.0.113.8", "not-an-address"))
                .allMatch(address -> one.count(Kind.READ, address).isEmpty());
        assertThat(one.count(Kind.CHECK, "2001:db8:0:1::1")).isEmpty();
    }

    @Test
    void whose_visits_they_were_is_not_kept_and_old_ones_are_swept_away() {
        EVIDENCE.jdbc
                .sql(
                        "insert into open_visit select now() - interval '1 hour', 'READ', substr(sha256(n::text::bytea), 1, 16), 1"
                                + " from generate_series(1, 60) n")
                .update();
        one.count(Kind.READ, "203.0.113.7");
        one.count(Kind.READ, "203.0.113.7");
        assertThat(EVIDENCE.jdbc
                        .sql("select count(*) from open_visit where minute < now() - interval '2 minutes'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(EVIDENCE.jdbc
                        .sql("select string_agg(v::text, ' ') from open_visit v")
                        .query(String.class)
                        .single())
                .doesNotContain("203.0.113.7", "cb007107"); // as text and in hexadecimal
    }

    private static OpenVisits node() {
        return new CountedVisits(EVIDENCE.jdbc, EvidenceFixture.box(1), MOST, MOST);
    }
}
