package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import io.retrace.obligations.CompanyObligation;
import io.retrace.requests.RequestKind;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Routes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** One question in the inbox: what is asked, by when, and where it stands. */
final class InboxRow extends ListItem {

    private static final int SOON = 7;

    private final CompanyObligation obligation;
    private final boolean again;
    private final LocalDate today;
    private final Words words;

    InboxRow(CompanyObligation obligation, boolean answered, LocalDate today, Words words) {
        this.obligation = obligation;
        this.again = !answered && obligation.word().answered();
        this.today = today;
        this.words = words;
        var body = Markup.box("row-body", title(), Markup.p(answered ? said() : due()), asked());
        add(body, answered ? new CompanyTag(obligation.word(), words) : state());
    }

    private Component title() {
        var asks = obligation.kind() == RequestKind.ACCESS ? "partner.row.copy" : "partner.row.title";
        var title = again ? "partner.row.again" : asks;
        return Markup.link(
                Routes.COMPANY + "/obligations/" + obligation.id(), words.say(title, obligation.items()), "name");
    }

    private String due() {
        if (again) return words.say("partner.row.follow-up");
        var days = (int) ChronoUnit.DAYS.between(today, obligation.due());
        var date = words.date(obligation.due());
        return days < 0 ? words.say("partner.row.overdue", date, -days) : words.say("partner.row.due", date, days);
    }

    private String said() {
        if (obligation.kind() == RequestKind.ACCESS) {
            var copy = obligation.copies().getLast();
            return words.say("partner.row.said", words.date(copy.receivedAt()), copy.version());
        }
        var last = obligation.answers().getLast();
        return words.say("partner.row.said", words.date(last.receivedAt()), last.version());
    }

    private Component asked() {
        var line = words.say("partner.row.asked", obligation.reference().value(), words.date(obligation.askedAt()));
        return Markup.p(line, "small", "soft", "num");
    }

    private Component state() {
        if (again) return tag("asked", Icon.ALERT, "follow-up");
        if (obligation.due().isBefore(today)) return tag("silent", Icon.ALERT, "overdue");
        if (obligation.acknowledgedAt() != null) return tag("working", Icon.CLOCK, "working");
        return obligation.due().isBefore(today.plusDays(SOON))
                ? tag("asked", Icon.CLOCK, "soon")
                : tag("waiting", Icon.WAIT, "open");
    }

    private Component tag(String tone, Icon icon, String key) {
        var tag = Markup.span("", "tag", tone);
        tag.add(icon.draw(), Markup.span(words.say("partner.state." + key)));
        return tag;
    }
}
