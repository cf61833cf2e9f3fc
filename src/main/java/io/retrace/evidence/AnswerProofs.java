package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.CompanyRecord;
import io.retrace.obligations.ObligationAnswered;
import io.retrace.requests.RequestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts beside each answer in a receipt the proof that it was recorded when it came in, and has not been touched since. */
@Component
class AnswerProofs {

    private final Openings openings;
    private final TreeProofs proofs;
    private final LogIdentity log;

    AnswerProofs(Openings openings, TreeProofs proofs, LogIdentity log) {
        this.openings = openings;
        this.proofs = proofs;
        this.log = log;
    }

    /**
     * Proofs by obligation; empty if one has no position yet, which it gets within a second. An answer whose opening died
     * with the person goes without.
     */
    Optional<Map<String, Map<String, Object>>> of(RequestId request, SubjectId subject, List<CompanyRecord> companies) {
        var found = new LinkedHashMap<String, Map<String, Object>>();
        for (var company : companies) {
            if (!ReceiptContent.attested(company)) continue;
            var opening = openings.of(event(request, subject, company));
            if (opening.isEmpty()) continue;
            var proof = proofs.of(opening.get().position());
            if (proof == null) return Optional.empty();
            var leaf = opening.get();
            found.put(
                    company.obligation().value().toString(),
                    ProofObject.of(
                            leaf.salt(),
                            leaf.body(),
                            leaf.entry(),
                            proof,
                            log.signer().verifierKey().toString()));
        }
        return Optional.of(found);
    }

    /** The event as it was published: the same values have the same canonical form. */
    private static ObligationAnswered event(RequestId request, SubjectId subject, CompanyRecord company) {
        var answer = company.answers().getLast();
        return new ObligationAnswered(
                company.obligation(),
                request,
                subject,
                answer.said().version(),
                answer.said().outcome(),
                answer.digest(),
                answer.said().receivedAt());
    }
}
