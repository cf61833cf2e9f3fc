package io.retrace.obligations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.shared.Sha256;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a company answers when it is asked for a copy (GDPR Art. 15); checked as a whole by {@link CopyRules}.
 *
 * @param answerId the company’s own id of this answer (idempotency key), 8–64 of letters, digits, dashes
 * @param files what it sends: exactly these, each by the id it was uploaded under and its SHA-256
 * @param withheld why something is kept back; needed exactly when that is said
 * @param amends why an earlier answer is replaced; needed for every answer after the first
 */
public record CopyForm(
        String answerId,
        Said said,
        List<SentFile> files,
        @Nullable Withheld withheld,
        Declarant declarant,
        @Nullable String amends) {

    public CopyForm {
        files = List.copyOf(files);
    }

    /** What stays of it when its person is erased. */
    CopyForm withoutFiles() {
        return new CopyForm(answerId, said, List.of(), withheld, declarant, amends);
    }

    /** The three answers. */
    public enum Said {
        /** Everything it holds is in the files. */
        @JsonProperty("provided")
        PROVIDED,
        @JsonProperty("had_nothing")
        HAD_NOTHING,
        /** Something is kept back: all of it if there are no files, otherwise a part. */
        @JsonProperty("withheld")
        WITHHELD
    }

    /** A file of the answer, by the company’s own id. */
    public record SentFile(UUID id, Sha256 sha256) {}

    /** The exact law that allows to keep something back (≤ 500 characters), and what it is and why (≤ 2000). */
    public record Withheld(String law, String reason) {}
}
