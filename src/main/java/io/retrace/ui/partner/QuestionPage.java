package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.ExceptionLists;
import io.retrace.shared.Reference;
import io.retrace.shared.Slice;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Purposes;
import io.retrace.ui.component.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to do, why it is lawful, by when, which items; and the form to answer. */
final class QuestionPage extends AnsweringPage {

    private static final int MOST = 1_000;

    private final Words words;

    QuestionPage(
            CompanyObligation obligation,
            Sheet sheet,
            Items items,
            ExceptionLists lists,
            Runnable check,
            Consumer<@Nullable LocalDate> acknowledge,
            Words words) {
        super(obligation, words);
        this.words = words;
        var known = items.after(null, MOST);
        var amending = !obligation.answers().isEmpty();
        var differing = obligation.items() > 1 && !obligation.forgotten()
                ? new DifferingItems(obligation, known.items(), lists, sheet, words)
                : new Div();
        var form = new AnswerForm(sheet, amending, differing, check, words);
        var headline = words.say(amending ? "partner.headline.amend" : "partner.headline", obligation.items());
        var left = Markup.box(
                "stack",
                line(),
                Markup.h1(headline),
                lead(known),
                lawful("partner.lawful.right", "partner.lawful.duty"));
        if (!obligation.copyFirst().isEmpty()) {
            var copies = obligation.copyFirst().stream().map(Reference::value).toList();
            left.add(Markup.p(words.say("partner.copy-first", words.list(copies)), "notice"));
        }
        if (!amending) left.add(new Acknowledging(obligation, sheet.problem("expected-by"), acknowledge, words));
        left.add(Markup.h2(words.say(amending ? "partner.form.amend" : "partner.form")), form);
        lay(left, sheet, items);
    }

    /** When they were received and what for, as far as one look shows it. */
    private Component lead(Slice<CompanyItem> known) {
        var items = known.items();
        if (items.isEmpty() || known.next() != null) return Markup.p(words.say("partner.lead"), "lead");
        var first = items.stream()
                .map(CompanyItem::disclosedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = items.stream()
                .map(CompanyItem::disclosedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var purposes = words.list(items.stream()
                .flatMap(item -> item.purposes().stream())
                .distinct()
                .map(code -> Purposes.plain(code, words))
                .toList());
        if (purposes.isEmpty()) return Markup.p(words.say("partner.lead"), "lead");
        var text = words.day(first).equals(words.day(last))
                ? words.say("partner.lead.once", words.date(first), purposes, items.size())
                : words.say("partner.lead.between", words.date(first), words.date(last), purposes);
        return Markup.p(text, "lead");
    }
}
