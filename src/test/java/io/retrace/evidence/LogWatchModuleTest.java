package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.Finding.Kind;
import io.retrace.testing.UseCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;

/** Somebody with every right on the database, who first disables the triggers. */
class LogWatchModuleTest {

    private static final List<String> TABLES =
            List.of("evidence_leaf", "evidence_node", "evidence_checkpoint", "evidence_key");

    private final EvidenceFixture evidence = EvidenceFixture.fresh();

    @AfterEach
    void close() {
        evidence.close();
    }

    @Test
    void an_untouched_log_is_found_in_order_at_any_size() {
        evidence.watch.run();
        for (int more : new int[] {1, 1, 2, 300, 9_000, 5_000}) {
            append(more);
            evidence.watch.run();
            evidence.watch.run();
        }
        assertThat(evidence.findings.open()).isZero();
        assertThat(new LogHealth(evidence.findings).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    @UseCase("UC-009/7")
    void a_finding_is_kept_and_stops_the_signing_until_a_person_has_settled_it() {
        tampered("update evidence_leaf set entry = set_bit(entry, 3, 1 - get_bit(entry, 3)) where position = 7");
        assertThat(found()).containsExactly(Kind.TREE_CHANGED);
        assertThat(new LogHealth(evidence.findings).health().getStatus()).isEqualTo(Status.DOWN);

        evidence.watch.run();
        assertThat(found()).as("the same one, found again").hasSize(1);

        long signed = evidence.count("evidence_checkpoint");
        evidence.commit();
        evidence.sequencer.run();
        assertThat(evidence.count("evidence_checkpoint")).isEqualTo(signed);
        assertThat(evidence.count("evidence_leaf where position is null")).isOne();

        evidence.jdbc
                .sql("insert into evidence_finding_settled (finding_no, settled_by, why) values (1, 'ops', 'drill')")
                .update();
        evidence.sequencer.run();
        assertThat(evidence.count("evidence_checkpoint")).isEqualTo(signed + 1);
        assertThat(new LogHealth(evidence.findings).health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @UseCase("UC-009/10")
    @MethodSource("oneAfterTheOther")
    void what_was_settled_stops_nothing_again_and_hides_nothing_that_comes_later(
            Kind kind, String first, String second) {
        tampered(first);
        assertThat(found()).containsExactly(kind);
        evidence.jdbc
                .sql("insert into evidence_finding_settled (finding_no, settled_by, why)"
                        + " select no, 'lea', 'a drill' from evidence_finding")
                .update();
        append(20); // and signing goes on
        look(evidence);
        assertThat(evidence.findings.open()).as("the same once more").isZero();

        tamper(evidence, second);
        look(evidence);
        assertThat(evidence.findings.open()).isEqualTo(1);
        assertThat(found()).containsExactly(kind, kind);
    }

    static Stream<Arguments> oneAfterTheOther() {
        var flip = "update evidence_leaf set entry = set_bit(entry, 3, 1 - get_bit(entry, 3)) where position = ";
        var back =
                "delete from evidence_leaf where position >= %1$s; delete from evidence_checkpoint where size > %1$s;"
                        + " delete from evidence_node where (index + 1) << level > %1$s";
        return Stream.of(
                Arguments.of(Kind.TREE_CHANGED, flip + 7, flip + 9),
                Arguments.of(
                        Kind.LEAF_MISSING,
                        "delete from evidence_leaf where position = 7",
                        "delete from evidence_leaf where position = 9"),
                Arguments.of(
                        Kind.CHECKPOINT_CHANGED,
                        "update evidence_checkpoint set root = sha256(root) where size = 20",
                        "update evidence_checkpoint set root = sha256(root) where size = 40"),
                Arguments.of(Kind.ROLLED_BACK, back.formatted(20), back.formatted(20)));
    }

    @Test
    void a_flipped_bit_in_a_stored_hash_is_found_on_every_level() {
        for (int level : new int[] {0, 5, 12, 13}) {
            try (var other = EvidenceFixture.fresh()) {
                append(other, 9_000);
                tamper(
                        other,
                        "update evidence_node set hash = set_bit(hash, 9, 1 - get_bit(hash, 9)) where index = 0 and level = "
                                + level);
                look(other);
                assertThat(found(other)).as("level %s", level).isNotEmpty();
            }
        }
    }

    @Test
    void a_deleted_leaf_is_found() {
        tampered("delete from evidence_leaf where position = 7");
        assertThat(found()).containsExactly(Kind.LEAF_MISSING);
    }

    @Test
    void a_deleted_leaf_at_the_end_is_found() {
        tampered("delete from evidence_leaf where position = 39");
        assertThat(found()).containsExactly(Kind.LEAVES_MISCOUNTED);
    }

    @Test
    void two_leaves_in_another_order_are_found() {
        tampered(
                "update evidence_leaf set position = case position when 3 then 1000003 else 1000004 end where position in (3, 4);"
                        + " update evidence_leaf set position = case position when 1000003 then 4 else 3 end where position > 1000000");
        assertThat(found()).containsExactly(Kind.TREE_CHANGED);
    }

    @Test
    void an_inserted_leaf_is_found() {
        tampered("insert into evidence_leaf (entry, position) values ('x', 40)");
        assertThat(found()).containsExactly(Kind.LEAVES_MISCOUNTED);
    }

    @Test
    void a_truncated_log_is_found() {
        tampered("delete from evidence_leaf where position >= 20; delete from evidence_checkpoint where size > 20;"
                + " delete from evidence_node where (index + 1) << level > 20");
        assertThat(found()).containsExactly(Kind.ROLLED_BACK);
    }

    @Test
    void an_emptied_log_is_found() {
        tampered("truncate evidence_leaf, evidence_checkpoint, evidence_node");
        assertThat(found()).containsExactly(Kind.ROLLED_BACK);
    }

    @Test
    void a_deleted_checkpoint_head_is_found() {
        tampered("delete from evidence_checkpoint where size = 40");
        assertThat(found()).containsExactly(Kind.ROLLED_BACK);
    }

    @Test
    void a_checkpoint_moved_to_another_size_is_found() {
        tampered("update evidence_checkpoint set size = 39 where size = 40");
        assertThat(found()).containsExactly(Kind.CHECKPOINT_CHANGED);
    }

    @Test
    void a_changed_root_and_a_forged_note_are_found() {
        tampered("update evidence_checkpoint set root = sha256(root) where size = 20");
        assertThat(found()).containsExactly(Kind.CHECKPOINT_CHANGED);
        try (var forged = EvidenceFixture.fresh()) {
            append(forged, 20);
            tamper(forged, "update evidence_checkpoint set note = replace(note, E'\\n20\\n', E'\\n21\\n')");
            look(forged);
            assertThat(found(forged)).containsExactly(Kind.CHECKPOINT_CHANGED);
        }
    }

    /** The whole database is put back to an earlier state and grows another past: every row of it is well signed. */
    @Test
    void a_database_that_was_rolled_back_and_grew_anew_is_found_by_the_node_that_saw_more() {
        append(20);
        evidence.jdbc.sql("create table backup_leaf as table evidence_leaf").update();
        evidence.jdbc.sql("create table backup_node as table evidence_node").update();
        evidence.jdbc
                .sql("create table backup_checkpoint as table evidence_checkpoint")
                .update();
        append(20);
        evidence.watch.run();
        tamper(
                evidence,
                "truncate evidence_leaf, evidence_node, evidence_checkpoint;"
                        + " insert into evidence_leaf (no, entry, position) overriding system value table backup_leaf;"
                        + " insert into evidence_node table backup_node; insert into evidence_checkpoint table backup_checkpoint");
        assertThat(evidence.findings.open()).isZero();
        append(30); // beyond what was seen, and another past below it
        evidence.watch.run();
        assertThat(found()).containsExactly(Kind.FORKED);
    }

    @Test
    void two_heads_of_one_log_are_found_as_soon_as_one_is_stored_beside_the_other() {
        try (var fork = evidence.anotherNode()) {
            append(20);
            fork.watch.run();
            tamper(
                    evidence,
                    "update evidence_leaf set entry = entry || '!' where position = 3;"
                            + " delete from evidence_node; delete from evidence_checkpoint;"
                            + " update evidence_leaf set position = null");
            evidence.sequencer.run(); // signs the other past, well formed in itself
            evidence.watch.run();
            assertThat(evidence.findings.open())
                    .as("to whom saw nothing before")
                    .isZero();
            fork.watch.run();
            assertThat(found()).containsExactly(Kind.FORKED);
        }
    }

    private void tampered(String sql) {
        append(20);
        append(20);
        evidence.watch.run();
        assertThat(evidence.findings.open()).isZero();
        tamper(evidence, sql);
        evidence.watch.run();
    }

    private void append(int leaves) {
        append(evidence, leaves);
    }

    private static void append(EvidenceFixture into, int leaves) {
        into.jdbc.sql("""
                        insert into evidence_leaf (entry)
                        select convert_to(gen_random_uuid()::text, 'UTF8') from generate_series(1, ?)""").param(leaves).update();
        into.sequencer.run();
    }

    private static void look(EvidenceFixture at) {
        for (int i = 0; i < 3; i++) at.watch.run();
    }

    private static void tamper(EvidenceFixture with, String sql) {
        TABLES.forEach(table ->
                with.jdbc.sql("alter table " + table + " disable trigger all").update());
        for (var statement : sql.split("; ?")) with.jdbc.sql(statement).update();
    }

    private List<Kind> found() {
        return found(evidence);
    }

    private static List<Kind> found(EvidenceFixture by) {
        return by.jdbc
                .sql("select kind from evidence_finding order by no")
                .query((row, n) -> Kind.valueOf(row.getString(1)))
                .list();
    }
}
