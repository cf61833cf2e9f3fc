package io.retrace.ui.audit;

import io.retrace.requests.Drafts;
import io.retrace.shared.Reference;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Keeps the reason an auditor is writing, over the step-up that comes between. */
@Component
class UnredactedDrafts {

    private final Drafts drafts;

    UnredactedDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    String read(Reference request) {
        return drafts.read(name(request)).orElse("");
    }

    void keep(Reference request, String reason) {
        drafts.keep(name(request), reason);
    }

    void forget(Reference request) {
        drafts.forget(name(request));
    }

    private static String name(Reference request) {
        return "unredacted:" + request.value().toLowerCase(Locale.ROOT);
    }
}
