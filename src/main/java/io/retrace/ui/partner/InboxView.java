package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.delivery.TestEvents;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.AnswerRecord;
import io.retrace.obligations.CompanyDesk;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What waits for the company’s answer, by due date; below it what has been answered. */
@Route(value = Routes.COMPANY, layout = PartnerLayout.class)
@RolesAllowed(Roles.PARTNER)
class InboxView extends Page implements BeforeEnterObserver {

    private static final int AT_ONCE = 25;

    private final CompanyDesk desk;
    private final AnswerRecord record;
    private final TestEvents tests;
    private final CurrentUser user;
    private final Clock clock;

    InboxView(CompanyDesk desk, AnswerRecord record, TestEvents tests, CurrentUser user, Clock clock) {
        super("stack");
        this.desk = desk;
        this.record = record;
        this.tests = tests;
        this.user = user;
        this.clock = clock;
        entitle(say("shell.nav.inbox"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var today = words().day(clock.instant());
        var open = new Rows(false, today);
        var answered = new Rows(true, today);
        add(Markup.h1(headline(open.count, open.more)));
        if (open.count == 0) add(Markup.p(say("partner.inbox.none"), "lead"));
        else
            add(
                    Markup.p(say("partner.inbox.lead"), "lead"),
                    open,
                    Markup.box("actions", Markup.link(Routes.COMPANY + "/files", say("exchange.link"))));
        if (answered.count > 0) add(Markup.h2(say("partner.inbox.answered")), punctuality(), answered);
        if (tests.possible()) add(new WebhookCard(tests, words()));
        if (user.has(Roles.PARTNER_ADMIN))
            add(Markup.box("actions", Markup.link(CompanySettingsView.PATH, say("settings.company"))));
    }

    /** Counted afresh at every look, and said how. */
    private Component punctuality() {
        var own = record.punctuality();
        if (own.questions() == 0) return Markup.p(say("partner.punctual.none"), "soft");
        return Markup.box(
                "stack",
                Markup.p(say("partner.punctual", own.questions(), own.onTime()), "num"),
                Markup.p(say("partner.punctual.how"), "small", "soft"));
    }

    private String headline(int open, boolean more) {
        return more ? say("partner.inbox.many", open) : say("partner.inbox.headline", open);
    }

    /** One of the two lists, which grows on demand. */
    private final class Rows extends Div {

        private final boolean answered;
        private final LocalDate today;
        private final UnorderedList list = new UnorderedList();
        private final Div button = new Div();
        private int count;
        private boolean more;

        Rows(boolean answered, LocalDate today) {
            this.answered = answered;
            this.today = today;
            addClassName("stack");
            list.addClassNames("rows", "inbox");
            add(list, button);
            show(null);
        }

        private void show(@Nullable String after) {
            var slice = desk.inbox(answered, after, AT_ONCE);
            slice.items().forEach(obligation -> list.add(new InboxRow(obligation, answered, today, words())));
            count += slice.items().size();
            var next = slice.next();
            more = next != null;
            button.removeAll();
            if (next != null) button.add(Markup.button(say("partner.more"), "btn quiet", () -> show(next)));
        }
    }
}
