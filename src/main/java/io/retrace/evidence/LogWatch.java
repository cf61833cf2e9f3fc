package io.retrace.evidence;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether the stored log is still the one that was signed; what it finds stops the signing (ADR 0011). */
@Component
class LogWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private final CheckpointWatch checkpoints;
    private final LeafWatch leaves;
    private final Findings findings;
    private final TransactionTemplate snapshot;

    LogWatch(
            CheckpointWatch checkpoints,
            LeafWatch leaves,
            Findings findings,
            PlatformTransactionManager transactionManager) {
        this.checkpoints = checkpoints;
        this.leaves = leaves;
        this.findings = findings;
        this.snapshot = new TransactionTemplate(transactionManager);
        // the sequencer goes on meanwhile: what is compared must be of one moment
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setReadOnly(true);
    }

    /** One bounded look. */
    void run() {
        Optional<Finding> found = snapshot.execute(status -> {
            var settled = findings.settled();
            return checkpoints.look(settled::contains).or(() -> leaves.look(settled::contains));
        });
        if (found.isPresent()) findings.record(found.get());
        else LOG.debug("the log is the one that was signed");
    }
}
