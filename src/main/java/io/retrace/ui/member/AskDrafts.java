package io.retrace.ui.member;

import io.retrace.ledger.PhotoId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.Drafts;
import io.retrace.ui.member.AskDraft.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the draft of a request on the server after every step, so that an expired session loses nothing. */
@Component
class AskDrafts {

    private static final String NAME = "ask";
    private static final Logger LOG = LoggerFactory.getLogger(AskDrafts.class);

    private final Drafts drafts;
    private final JsonMapper json;

    AskDrafts(Drafts drafts, JsonMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    AskDraft read() {
        return drafts.read(NAME).map(this::parse).orElseGet(AskDraft::fresh);
    }

    void keep(AskDraft draft) {
        drafts.keep(NAME, json.writeValueAsString(draft));
    }

    void forget() {
        drafts.forget(NAME);
    }

    /** “Ask for this photo back”: the person chose this one. */
    void begin(PhotoId photo) {
        keep(AskDraft.fresh().of(What.ERASE).with(photo, true));
    }

    void begin(PartnerId company) {
        keep(AskDraft.fresh().of(What.ERASE).with(company, true));
    }

    private AskDraft parse(String kept) {
        try {
            return json.readValue(kept, AskDraft.class);
        } catch (JacksonException e) {
            LOG.warn("a draft from another release could not be read; the person starts again ({})", e.getMessage());
            return AskDraft.fresh();
        }
    }
}
