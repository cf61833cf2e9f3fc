package io.retrace.ui.partner;

import io.retrace.obligations.CompanyObligation;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to send, why it is lawful to ask, by when, about which items; and the form to answer. */
final class CopyPage extends AnsweringPage {

    CopyPage(
            CompanyObligation obligation,
            Sheet sheet,
            Items items,
            CopyUpload upload,
            Runnable check,
            Consumer<@Nullable LocalDate> acknowledge,
            Words words) {
        super(obligation, words);
        var amending = !obligation.copies().isEmpty();
        var question = Markup.box(
                "stack",
                line(),
                Markup.h1(words.say(amending ? "partner.headline.amend" : "partner.copy.headline", obligation.items())),
                Markup.p(words.say("partner.copy.lead"), "lead"),
                lawful("partner.copy.lawful.right", "partner.copy.lawful.what"));
        if (!amending) question.add(new Acknowledging(obligation, sheet.problem("expected-by"), acknowledge, words));
        question.add(
                Markup.h2(words.say(amending ? "partner.form.amend" : "partner.form")),
                new CopyQuestions(sheet, amending, upload, check, words));
        lay(question, sheet, items);
    }
}
