package io.retrace.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerJson.Declaring;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.CopyForm.Said;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.CopyForm.Withheld;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer about a copy on the wire and at rest. Everything may be missing here; {@link #form()} names what must not be. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CopyAnswerJson(
        @JsonProperty("answer_id") @Nullable String answerId,
        @JsonProperty("said") @Nullable Said said,
        @JsonProperty("files") @Nullable List<@Nullable FileJson> files,
        @JsonProperty("withheld") @Nullable KeptBack withheld,
        @JsonProperty("declarant") @Nullable Declaring declarant,
        @JsonProperty("amends") @Nullable String amends) {

    /** A file that was uploaded before: the id you gave it, and the SHA-256 of what you sent. */
    public record FileJson(
            @JsonProperty("id") @Nullable UUID id,
            @JsonProperty("sha256") @Nullable String sha256) {}

    /** What allows to keep something back. */
    public record KeptBack(
            @JsonProperty("law") @Nullable String law,
            @JsonProperty("reason") @Nullable String reason) {}

    /** As it is sent and stored. */
    public static CopyAnswerJson of(CopyForm form) {
        var withheld = form.withheld();
        var declarant = form.declarant();
        return new CopyAnswerJson(
                form.answerId(),
                form.said(),
                form.files().stream()
                        .<@Nullable FileJson>map(
                                file -> new FileJson(file.id(), file.sha256().toString()))
                        .toList(),
                withheld == null ? null : new KeptBack(withheld.law(), withheld.reason()),
                new Declaring(declarant.name(), declarant.title(), declarant.perjury()),
                form.amends());
    }

    /** Throws {@code RuleViolation} naming the first field that is missing; what the fields say is checked by the rules. */
    CopyForm form() {
        var declaring = AnswerJson.needed("declarant", declarant);
        return new CopyForm(
                AnswerJson.needed("answer_id", answerId),
                AnswerJson.needed("said", said),
                filesNeeded(),
                withheld == null
                        ? null
                        : new Withheld(
                                AnswerJson.needed("withheld.law", withheld.law),
                                AnswerJson.needed("withheld.reason", withheld.reason)),
                new Declarant(
                        AnswerJson.needed("declarant.name", declaring.name()),
                        AnswerJson.needed("declarant.title", declaring.title()),
                        Boolean.TRUE.equals(declaring.perjury())),
                amends);
    }

    private List<SentFile> filesNeeded() {
        var complete = new ArrayList<SentFile>();
        var given = files == null ? List.<@Nullable FileJson>of() : files;
        for (int i = 0; i < given.size(); i++) {
            var path = "files[" + i + "]";
            var file = AnswerJson.needed(path, given.get(i));
            var id = AnswerJson.needed(path + ".id", file.id);
            complete.add(new SentFile(id, digest(path + ".sha256", AnswerJson.needed(path + ".sha256", file.sha256))));
        }
        return complete;
    }

    private static Sha256 digest(String field, String hex) {
        try {
            return Sha256.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation(field, "error.copy.sha256");
        }
    }
}
