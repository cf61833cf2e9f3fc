package io.retrace.evidence;

import io.retrace.evidence.ReceiptIssuing.Outcome;
import io.retrace.evidence.ReceiptJobs.ReceiptTask;
import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Does what falls due for receipts: places the leaves they rest on, issues, places their own leaf, keeps its proof. Every
 * step may run twice.
 */
@Component
class ReceiptOffice {

    private final ReceiptIssuing issuing;
    private final ReceiptTable table;
    private final TreeProofs proofs;
    private final Sequencer sequencer;
    private final ApplicationEventPublisher events;

    ReceiptOffice(
            ReceiptIssuing issuing,
            ReceiptTable table,
            TreeProofs proofs,
            Sequencer sequencer,
            ApplicationEventPublisher events) {
        this.issuing = issuing;
        this.table = table;
        this.proofs = proofs;
        this.sequencer = sequencer;
        this.events = events;
    }

    /** False if something is still on its way and it has to be called again in a moment. */
    boolean work(ReceiptTask task) {
        var request = new RequestId(task.request());
        var subject = new SubjectId(task.subject());
        sequencer.run();
        var company = task.obligation() == null
                ? Outcome.NOTHING
                : issuing.ofCompany(request, subject, new ObligationId(task.obligation()));
        var whole = issuing.ofRequest(request, subject);
        sequencer.run();
        var proved = prove(request);
        return company != Outcome.LATER && whole != Outcome.LATER && proved;
    }

    private boolean prove(RequestId request) {
        var all = true;
        var some = false;
        for (var receipt : table.unproved(request)) {
            var position = table.position(receipt);
            var proof = proofs.of(position == null ? OptionalLong.empty() : OptionalLong.of(position));
            if (proof == null) {
                all = false;
                continue;
            }
            table.prove(receipt, proof);
            some = true;
        }
        if (some) events.publishEvent(new ReceiptsProvable(request));
        return all;
    }
}
