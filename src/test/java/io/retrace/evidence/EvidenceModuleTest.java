package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.SomethingHappened.Thing;
import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.shared.DomainException;
import io.retrace.shared.Sha256;
import io.retrace.testing.LeafCount;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfigureMockMvc(addFilters = false)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "access")
class EvidenceModuleTest {

    private static final UUID PERSON = UUID.fromString("0190b7a4-0000-7000-8000-00000000beef");
    private static final Instant NOON = Instant.parse("2026-08-17T12:00:00.123456Z");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Sequencer sequencer;

    @Autowired
    private EvidenceLog log;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private MockMvcTester web;

    private JdbcClient jdbc;
    private LeafCount leaves;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example/");
    }

    @BeforeEach
    void connect() {
        jdbc = JdbcClient.create(dataSource);
        leaves = new LeafCount(dataSource);
    }

    @Test
    void an_event_leaves_one_leaf_in_its_transaction() {
        leaves.exactlyOne("something-happened", () -> commit(event(1)));
    }

    @Test
    void a_rollback_leaves_none() {
        leaves.none(() -> transaction.executeWithoutResult(status -> {
            events.publishEvent(event(2));
            status.setRollbackOnly();
        }));
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        leaves.none(() -> assertThatThrownBy(() -> events.publishEvent(event(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("something-happened was published outside the transaction"));
    }

    @Test
    void an_event_after_the_commit_is_refused() {
        leaves.none(() -> assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                events.publishEvent(event(4));
                            }
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("something-happened was published outside the transaction"));
    }

    @Test
    @UseCase("UC-002/4")
    void a_listener_that_fails_takes_the_change_back_with_it() {
        record Unwritable(Object thing, Instant occurredAt) implements io.retrace.shared.DomainEvent {}
        leaves.none(() -> assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into subject values (?, 'm-9', now())")
                            .param(PERSON)
                            .update();
                    events.publishEvent(new Unwritable(new Object(), NOON));
                }))
                .isInstanceOf(IllegalArgumentException.class));
        assertThat(jdbc.sql("select count(*) from subject where id = ?")
                        .param(PERSON)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @UseCase("UC-009/2")
    void the_leaf_says_nothing_about_anybody_and_its_opening_everything() {
        var thing = UUID.randomUUID();
        commit(new SomethingHappened(new Thing(thing), PERSON, 5, NOON));
        var entry =
                new String(last("select entry from evidence_leaf order by no desc limit 1"), StandardCharsets.UTF_8);
        var salt = last("select salt from evidence_opening order by leaf_no desc limit 1");
        var body = last("select body from evidence_opening order by leaf_no desc limit 1");
        assertThat(entry)
                .isEqualTo("{\"commitment\":\"sha256:" + Sha256.of(salt, body)
                        + "\",\"time\":\"2026-08-17T12:00:00Z\",\"type\":\"something-happened\",\"v\":1}");
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("{\"amount\":5,\"occurredAt\":\"2026-08-17T12:00:00.123456Z\",\"person\":\"" + PERSON
                        + "\",\"thing\":\"" + thing + "\"}");
        assertThat(jdbc.sql("select subject_id from evidence_opening order by leaf_no desc limit 1")
                        .query(UUID.class)
                        .single())
                .isEqualTo(PERSON);
    }

    @Test
    void equal_events_leave_different_leaves() {
        commit(event(6));
        var one = last("select entry from evidence_leaf order by no desc limit 1");
        commit(event(6));
        assertThat(last("select entry from evidence_leaf order by no desc limit 1"))
                .isNotEqualTo(one);
    }

    @Test
    void a_checkpoint_is_signed_only_when_the_tree_grew() {
        commit(event(7));
        sequencer.run();
        var checkpoint = log.checkpoint();
        assertThat(checkpoint)
                .hasValueSatisfying(note -> assertThat(note).startsWith("portal.example/log\n" + log.size() + "\n"));
        sequencer.run();
        assertThat(log.checkpoint()).isEqualTo(checkpoint);
        commit(event(7));
        assertThat(log.checkpoint()).isEqualTo(checkpoint);
        sequencer.run();
        assertThat(log.checkpoint()).isNotEqualTo(checkpoint);
    }

    @Test
    void anybody_can_read_the_checkpoint_as_it_was_signed() {
        commit(event(10));
        sequencer.run();
        var answer = web.get().uri("/log/checkpoint").exchange();
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("text/plain;charset=UTF-8")
                .hasHeader("Cache-Control", "max-age=1, public");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(log.checkpoint().orElseThrow());
    }

    @Test
    @WithMockUser(roles = "auditor")
    void an_auditor_can_prove_a_leaf_once_it_has_its_place() throws VerificationException {
        commit(event(8));
        var leaf = new LeafId(
                jdbc.sql("select max(no) from evidence_leaf").query(Long.class).single());
        assertThat(log.prove(leaf)).isEmpty();
        sequencer.run();
        var proof = log.prove(leaf).orElseThrow();
        var checkpoint = LogProof.parse(proof.proof())
                .verify(
                        proof.entry().getBytes(StandardCharsets.UTF_8),
                        "portal.example/log",
                        List.of(VerifierKey.parse(log.verifierKey())));
        assertThat(checkpoint.size()).isEqualTo(log.size());
        assertThatThrownBy(() -> log.prove(new LeafId(leaf.value() + 1000)))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    @WithMockUser(roles = {"member", "partner", "platform"})
    void nobody_else_asks_for_proofs() {
        assertThatThrownBy(() -> log.prove(new LeafId(1))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void when_the_person_is_gone_the_leaf_stays_and_verifies() {
        commit(event(9));
        sequencer.run();
        var size = log.size();
        assertThat(jdbc.sql("delete from evidence_opening where subject_id = ?")
                        .param(PERSON)
                        .update())
                .isPositive();
        commit(event(9));
        sequencer.run();
        assertThat(log.size()).isEqualTo(size + 1);
        assertThat(LogAudit.of(dataSource, log.verifierKey()).verifiedLeaves()).isEqualTo(size + 1);
    }

    private void commit(SomethingHappened event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private static SomethingHappened event(int amount) {
        return new SomethingHappened(new Thing(UUID.randomUUID()), PERSON, amount, NOON);
    }

    private byte[] last(String sql) {
        return jdbc.sql(sql).query(byte[].class).single();
    }

    @TestConfiguration
    @EnableMethodSecurity
    static class Guarded {}
}
