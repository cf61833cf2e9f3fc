package io.retrace.bench;

import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.SequencerDriver;
import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.ProofPlan;
import io.retrace.evidence.merkle.TreeNode;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P8: events per second from publishing to the checkpoint that covers them — canonical JSON, commitment, leaf, opening, place,
 * tree, signature — against a plain {@code INSERT} of the same bytes in the same transactions; and the time to check a proof.
 */
final class BenchEvidence {

    private static final int ROUNDS = 5;
    private static final int WRITERS = 4;
    /** Changes per transaction: what a request of some photos at some companies, or a page of answers, commits at once. */
    private static final int PER_TRANSACTION = 20;

    private static final int PROOFS = 2_000;
    private static final String FLOOR = "insert into bench_floor (entry, subject_id, salt, body) values (?, ?, ?, ?)";

    private final int size;
    private final BenchPortal portal;
    private final ApplicationContext context;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SequencerDriver sequencer;

    private BenchEvidence(int size, BenchPortal portal) {
        this.size = size;
        this.portal = portal;
        this.context = portal.bean(Inside.class).context();
        this.jdbc = portal.bean(JdbcTemplate.class);
        this.transaction = portal.bean(TransactionTemplate.class);
        this.sequencer = new SequencerDriver(context);
        jdbc.execute(
                "create table bench_floor (no bigint generated always as identity primary key, entry bytea not null,"
                        + " subject_id uuid, salt bytea not null, body bytea not null)");
    }

    static void main(String[] arguments) {
        Report.exitAfter(() -> {
            int size = arguments.length > 1 && arguments[0].equals("--size") ? Integer.parseInt(arguments[1]) : 40_000;
            try (var portal = new BenchPortal(Inside.class)) {
                new BenchEvidence(size, portal).run();
            }
        });
    }

    /** The portal’s context, which is no bean itself. */
    record Inside(ApplicationContext context) {}

    /** Something of the usual size and shape. */
    private record Answered(UUID obligation, UUID request, int version, Sha256 form, Instant occurredAt)
            implements DomainEvent {

        @Override
        public UUID concerns() {
            return request;
        }
    }

    private void run() throws Exception {
        var floor = new Figures("plain INSERT");
        var ours = new Figures("event to checkpoint");
        for (int round = 0; round <= ROUNDS; round++) {
            jdbc.execute("checkpoint");
            double inserted = perSecond(this::insert);
            jdbc.execute("checkpoint");
            double appended = perSecond(this::append);
            System.out.printf(
                    Locale.ROOT, "round %d: INSERT %,.0f  to checkpoint %,.0f per second%n", round, inserted, appended);
            if (round == 0) continue; // the compiler’s round
            floor.add(inserted);
            ours.add(appended);
        }
        report(floor, ours, proofs());
    }

    private double perSecond(Report.Task task) throws Exception {
        long start = System.nanoTime();
        task.run();
        return size / ((System.nanoTime() - start) / 1e9);
    }

    private void insert() throws Exception {
        var entry = new byte[150];
        var body = new byte[230];
        inParallel(() -> jdbc.update(FLOOR, entry, UUID.randomUUID(), new byte[32], body));
    }

    /** Until the last one is under a signed checkpoint; the sequencer works beside the writers, as in production. */
    private void append() throws Exception {
        long before = portal.bean(EvidenceLog.class).size();
        inParallel(() -> context.publishEvent(
                new Answered(UUID.randomUUID(), UUID.randomUUID(), 1, Sha256.of(new byte[] {1}), Instant.EPOCH)));
        sequencer.run();
        long after = portal.bean(EvidenceLog.class).size();
        while (after - before < size) { // the scheduled run was at it
            sequencer.run();
            after = portal.bean(EvidenceLog.class).size();
        }
    }

    private void inParallel(Runnable write) throws Exception {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var work = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                work.add(threads.submit(() -> {
                    for (int i = 0; i < size / WRITERS / PER_TRANSACTION; i++) {
                        transaction.executeWithoutResult(status -> {
                            for (int change = 0; change < PER_TRANSACTION; change++) write.run();
                        });
                    }
                }));
            }
            for (var part : work) part.get();
        }
    }

    /** Milliseconds to check one: parsing, signature, inclusion. */
    private Figures proofs() throws Exception {
        var log = portal.bean(EvidenceLog.class);
        var key = VerifierKey.parse(log.verifierKey());
        var note = log.checkpoint().orElseThrow();
        long leaves = Checkpoint.open(note, key.name(), List.of(key)).size();
        var figures = new Figures("proof check");
        for (int round = 0; round <= ROUNDS; round++) {
            var entries = new ArrayList<byte[]>();
            var proofs = new ArrayList<String>();
            for (int i = 0; i < PROOFS; i++) {
                long index = leaves * i / PROOFS;
                entries.add(
                        jdbc.queryForObject("select entry from evidence_leaf where position = ?", byte[].class, index));
                proofs.add(new LogProof(index, path(index, leaves), note).text());
            }
            long start = System.nanoTime();
            for (int i = 0; i < PROOFS; i++)
                LogProof.parse(proofs.get(i)).verify(entries.get(i), key.name(), List.of(key));
            if (round > 0) figures.add((System.nanoTime() - start) / 1e6 / PROOFS);
        }
        return figures;
    }

    private List<byte[]> path(long index, long leaves) {
        var plan = ProofPlan.inclusion(index, leaves);
        Map<TreeNode, byte[]> hashes = new HashMap<>();
        for (var node : plan.nodes()) {
            hashes.put(
                    node,
                    JdbcClient.create(jdbc)
                            .sql("select hash from evidence_node where level = ? and index = ?")
                            .params(node.level(), node.index())
                            .query((row, n) -> row.getBytes(1))
                            .single());
        }
        return plan.path(node -> hashes.getOrDefault(node, "missing".getBytes(StandardCharsets.UTF_8)));
    }

    private void report(Figures floor, Figures ours, Figures proofs) throws IOException, SQLException {
        double ratio = ours.median() / floor.median();
        for (var figures : List.of(floor, ours)) System.out.println(figures.row("per second"));
        System.out.println(proofs.row("ms"));
        System.out.printf(
                Locale.ROOT,
                "%.2f × plain INSERT (target 0.3), %,.0f per second (target 10,000)%n",
                ratio,
                ours.median());
        if (floor.spread() > 0.25) System.out.println("The floor varied by more than a quarter: the machine was busy.");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "evidence");
        json.put("size", Map.of("events", size, "writers", WRITERS, "events_per_transaction", PER_TRANSACTION));
        json.put("unit", "events/s");
        json.put("rounds", ROUNDS);
        json.put("ours", ours.json(false));
        json.put("floor", floor.json(true));
        json.put("floor_spread", Figures.round(floor.spread()));
        json.put("peers", List.of());
        json.put("ratio_to_floor", Figures.round(ratio));
        json.put("proof_check_ms", proofs.json(false));
        json.put("target", Map.of("ratio_to_floor", 0.3, "per_second", 10_000, "proof_check_ms", 1));
        json.put("met", ratio >= 0.3 && ours.median() >= 10_000 && proofs.median() <= 1);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("evidence", json);
    }
}
