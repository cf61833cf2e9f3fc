package io.retrace.obligations;

import io.retrace.partners.PartnerId;
import io.retrace.shared.Reference;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One company of a request as it was recorded, word for word.
 *
 * @param word where it stands now
 * @param timesAsked how often our question reached it
 * @param items what it was asked about
 * @param answers all of its answers, first version first
 * @param signature who vouches for its answer in force, or {@code null}
 * @param followUp the further answer that falls due when its duty to keep ends, or {@code null}
 */
public record CompanyRecord(
        ObligationId obligation,
        Reference reference,
        PartnerId company,
        CompanyWord word,
        Instants instants,
        int timesAsked,
        Items items,
        List<Answer> answers,
        @Nullable FollowUp followUp,
        @Nullable SignatureBlock signature) {

    public CompanyRecord {
        answers = List.copyOf(answers);
    }

    /**
     * Items by the references that only this company and its person know.
     *
     * @param references all of them in their order, or none where there are more than 1000
     * @param digest SHA-256 over the references in their order, one a line
     */
    public record Items(int count, List<ItemRef> references, Sha256 digest) {

        public Items {
            references = List.copyOf(references);
        }
    }

    /**
     * One recorded answer.
     *
     * @param said what it declared of deletion, or what it answered when it was asked for a copy
     * @param canonical the same as canonical JSON (RFC 8785)
     * @param digest its SHA-256, which evidence committed to
     */
    public record Answer(Said said, String canonical, Sha256 digest) {}

    /** One of the two things that a company can be asked. */
    public sealed interface Said {

        int version();

        Instant receivedAt();

        CompanyWord outcome();
    }

    /** Of deletion. */
    public record Declared(Attestation attestation) implements Said {

        @Override
        public int version() {
            return attestation.version();
        }

        @Override
        public Instant receivedAt() {
            return attestation.receivedAt();
        }

        @Override
        public CompanyWord outcome() {
            return attestation.outcome();
        }
    }

    /** Of a copy. */
    public record Copied(CopyAnswer answer) implements Said {

        @Override
        public int version() {
            return answer.version();
        }

        @Override
        public Instant receivedAt() {
            return answer.receivedAt();
        }

        @Override
        public CompanyWord outcome() {
            return answer.outcome();
        }
    }

    /** On which day the company is asked again because its duty to keep has ended, and until when it has to answer. */
    public record FollowUp(LocalDate dutyEnds, LocalDate askedOn, LocalDate dueBy) {}
}
