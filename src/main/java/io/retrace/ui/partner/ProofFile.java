package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.retrace.obligations.AnswerRecord;
import io.retrace.obligations.CompanyObligation;
import io.retrace.ui.component.Words;
import java.io.ByteArrayInputStream;

/** The signed proof as a file, made when it is asked for. */
final class ProofFile extends Anchor {

    ProofFile(CompanyObligation obligation, AnswerRecord record, Words words) {
        super(
                DownloadHandler.fromInputStream(_ -> {
                    var bytes = record.proof(obligation.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "proof-" + obligation.reference() + ".json",
                            "application/json",
                            bytes.length);
                }),
                words.say("partner.proof.file"));
        addClassNames("btn", "quiet");
    }
}
