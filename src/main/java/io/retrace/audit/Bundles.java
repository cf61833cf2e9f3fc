package io.retrace.audit;

import io.retrace.evidence.EvidenceLog;
import io.retrace.identity.Roles;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the bundle of a request: everything recorded about it, with proofs that need nobody’s word, ours least of all. */
@Service
@PreAuthorize(Roles.IS_AUDITOR)
public class Bundles {

    private final AuditedRequests requests;
    private final BundleStatements statements;
    private final BundleSignatures signatures;
    private final BundleEvidence evidence;
    private final EvidenceLog log;
    private final MessageSource messages;
    private final Clock clock;

    Bundles(
            AuditedRequests requests,
            BundleStatements statements,
            BundleSignatures signatures,
            BundleEvidence evidence,
            EvidenceLog log,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.statements = statements;
        this.signatures = signatures;
        this.evidence = evidence;
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Streams the bundle that was taken, all of it as of one moment. If it fails on the way the ZIP has no end, so that
     * no reader takes it for whole.
     *
     * @param locale of its README
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Export export, Locale locale, OutputStream out) {
        var request = requests.find(export.request());
        var redaction = export.redacted() ? new Redaction() : null;
        var zip = new BundleZip(out, clock.instant());
        zip.file("README.txt", readme(request, export, locale));
        for (var table : BundleTable.values()) statements.table(zip, table, request, redaction);
        statements.attestations(zip, request, redaction);
        signatures.write(zip, request, redaction);
        statements.items(zip, request, redaction);
        var proved = evidence.write(zip, request, redaction);
        zip.json("bundle.json", about(request, export, proved));
        zip.finish();
    }

    private String readme(AuditedRequest request, Export export, Locale locale) {
        var parts = new StringBuilder();
        for (var part :
                new String[] {"title", export.redacted() ? "redacted" : "unredacted", "files", "check", "limits"}) {
            parts.append(messages.getMessage(
                            "audit.readme." + part, new Object[] {request.reference(), log.verifierKey()}, locale))
                    .append("\n\n");
        }
        return parts.toString().stripTrailing() + "\n";
    }

    private Map<String, @Nullable Object> about(AuditedRequest request, Export export, BundleEvidence.Proved proved) {
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put("format", "retrace-audit-bundle/v1");
        about.put("request", request.reference().value());
        about.put("export", export.id().toString());
        about.put("taken_at", export.takenAt().toString());
        about.put("taken_by", export.by());
        about.put("redacted", export.redacted());
        about.put("reason", export.reason());
        about.put("checkpoint_size", proved.size());
        about.put("leaves", proved.leaves());
        about.put("leaves_not_yet_in_the_log", proved.waiting());
        return about;
    }
}
