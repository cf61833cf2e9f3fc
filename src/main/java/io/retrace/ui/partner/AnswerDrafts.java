package io.retrace.ui.partner;

import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.Drafts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps an unfinished answer on the server after every change, so that an expired session loses nothing. */
@Component
class AnswerDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDrafts.class);

    private final Drafts drafts;
    private final JsonMapper json;

    AnswerDrafts(Drafts drafts, JsonMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    /** What was typed for it, if it has not been sent already; else a new one, from the answer in force if there is one. */
    AnswerDraft read(CompanyObligation obligation) {
        return drafts.read(name(obligation.id()))
                .flatMap(this::parse)
                .filter(draft -> obligation.answers().stream()
                        .noneMatch(sent -> sent.form().answerId().equals(draft.answerId())))
                .filter(draft -> obligation.copies().stream()
                        .noneMatch(sent -> sent.form().answerId().equals(draft.answerId())))
                .orElseGet(() -> begin(obligation));
    }

    void keep(ObligationId obligation, AnswerDraft draft) {
        drafts.keep(name(obligation), json.writeValueAsString(draft));
    }

    void forget(ObligationId obligation) {
        drafts.forget(name(obligation));
    }

    private static AnswerDraft begin(CompanyObligation obligation) {
        if (!obligation.copies().isEmpty())
            return CopyAnswering.amending(obligation.copies().getLast());
        var answers = obligation.answers();
        return answers.isEmpty() ? AnswerDraft.fresh() : Answer.amending(answers.getLast());
    }

    private static String name(ObligationId obligation) {
        return "answer:" + obligation;
    }

    private Optional<AnswerDraft> parse(String kept) {
        try {
            return Optional.of(json.readValue(kept, AnswerDraft.class));
        } catch (JacksonException e) {
            LOG.warn("a draft from another release could not be read; the responder starts again ({})", e.getMessage());
            return Optional.empty();
        }
    }
}
