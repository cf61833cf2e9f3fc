package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.ObligationId;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The companies of a request: where each stands, what happens next, and asking once more. */
final class CompaniesTable extends Div {

    private static final int COLUMNS = 7;

    private final CompanyMore more;
    private final Consumer<CompanyProgress> resend;
    private final Words words;
    private final Table table;
    private List<CompanyProgress> shown = List.of();
    private @Nullable ObligationId confirming;

    CompaniesTable(CompanyMore more, Consumer<CompanyProgress> resend, Words words) {
        this.more = more;
        this.resend = resend;
        this.words = words;
        table = new Table(
                words.say("support.companies"),
                words.say("support.company.name"),
                words.say("support.company.word"),
                words.say("support.company.asked"),
                words.say("support.company.acknowledged"),
                words.say("support.company.answered"),
                words.say("support.company.next"),
                words.say("support.company.again"));
        table.addClassName("companies");
        add(table);
    }

    void show(List<CompanyProgress> companies) {
        shown = companies;
        table.clear();
        for (var company : companies) {
            table.row(
                            name(company),
                            word(company),
                            asked(company),
                            Markup.span(acknowledged(company)),
                            Markup.span(day(company.instants().answeredAt()), "num"),
                            Markup.span(next(company)),
                            again(company))
                    .getElement()
                    .getClassList()
                    .add("company");
            table.more(COLUMNS, more.of(company));
        }
    }

    private Component name(CompanyProgress company) {
        return Markup.box(
                "two-lines",
                Markup.span(company.company().name()),
                Markup.span(words.say("support.company.items", company.photos()), "soft"));
    }

    /** Its own word, and below it that others after it have not answered. */
    private Component word(CompanyProgress company) {
        var own = new CompanyTag(company.word(), words);
        var open = company.unanswered().size();
        return open == 0
                ? own
                : Markup.box("two-lines", own, Markup.span(words.say("support.onward.open", open), "soft"));
    }

    private Component asked(CompanyProgress company) {
        return Markup.box(
                "two-lines",
                Markup.span(day(company.instants().askedAt()), "num"),
                Markup.span(
                        words.say("support.company.times", company.timesAsked(), day(company.lastAskedAt())), "soft"));
    }

    private String acknowledged(CompanyProgress company) {
        var expected = company.expectedBy();
        var at = day(company.instants().acknowledgedAt());
        return expected == null ? at : words.say("support.company.expected", at, words.shortDay(expected));
    }

    private String next(CompanyProgress company) {
        var action = company.nextAction();
        var at = company.nextActionAt();
        if (action == null || at == null) return words.say("support.next.nothing");
        var key = switch (action) {
            case RELEASE -> "support.action.release";
            case ASK -> "support.action.ask";
            case REMIND -> "support.action.remind";
            case ESCALATE -> "support.action.escalate";
            case FOLLOW_UP -> "support.action.follow-up";
        };
        return words.say(key, words.shortDay(words.day(at)));
    }

    /** Asking once more is confirmed first; it goes to the company at once. */
    private Component again(CompanyProgress company) {
        var askedBefore = company.instants().askedAt() != null || company.timesAsked() > 0;
        if (company.word().answered() || !askedBefore) return Markup.span("–", "soft");
        var name = company.company().name();
        var id = company.obligation();
        if (!id.equals(confirming)) {
            var button = Markup.button(words.say("support.again"), "btn quiet slim", () -> confirm(id));
            button.setId("again-" + id);
            button.setAriaLabel(words.say("support.again.of", name));
            return button;
        }
        var yes = Markup.button(words.say("support.again.yes"), "btn primary slim", () -> {
            confirming = null;
            resend.accept(company);
        });
        yes.setId("again-" + id);
        yes.setAriaLabel(words.say("support.again.yes.of", name));
        var no = Markup.button(words.say("support.again.no"), "btn quiet slim", () -> confirm(null));
        return Markup.box("confirm", Markup.span(words.say("support.again.sure", name), "small"), yes, no);
    }

    private void confirm(@Nullable ObligationId id) {
        var before = confirming;
        confirming = id;
        show(shown);
        var focus = id == null ? before : id;
        getElement().executeJs("document.getElementById($0)?.focus()", "again-" + focus);
    }

    private String day(@Nullable Instant at) {
        return at == null ? "–" : words.shortDay(words.day(at));
    }
}
