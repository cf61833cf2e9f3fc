package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SequencerTaskModuleTest {

    @Test
    void the_queue_runs_the_sequencer_again_and_again() {
        try (var evidence = EvidenceFixture.fresh()) {
            var scheduler = Scheduler.create(evidence.dataSource)
                    .startTasks(new SequencerTask().evidenceSequencer(evidence.sequencer))
                    .pollingInterval(Duration.ofMillis(200))
                    .threads(1)
                    .build();
            scheduler.start();
            try {
                for (int leaf = 1; leaf <= 3; leaf++) {
                    evidence.commit();
                    int size = leaf;
                    await().atMost(Duration.ofSeconds(30))
                            .untilAsserted(() -> assertThat(evidence.count("evidence_leaf where position < " + size))
                                    .isEqualTo(size));
                }
            } finally {
                scheduler.stop();
            }
            assertThat(evidence.audit().verifiedCheckpoints()).isEqualTo(3);
        }
    }
}
