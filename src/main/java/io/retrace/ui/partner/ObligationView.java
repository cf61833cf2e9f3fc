package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.retrace.access.FileIntake;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.AnswerRecord;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.CopyDesk;
import io.retrace.obligations.ExceptionLists;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.OnwardDesk;
import io.retrace.requests.RequestKind;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question: answer it, check the answer, read the proof of having answered, amend it. */
@Route(value = Routes.COMPANY + "/obligations/:obligation/:step?(check|amend)", layout = PartnerLayout.class)
@RolesAllowed({Roles.PARTNER, Roles.MAIL_DECLARANT})
class ObligationView extends Page implements BeforeEnterObserver {

    private final CompanyDesk desk;
    private final CopyDesk copies;
    private final ExceptionLists lists;
    private final FileIntake files;
    private final AnswerDrafts drafts;
    private final OnwardDesk onward;
    private final AnswerRecord record;
    private final CurrentUser user;
    private final Clock clock;

    ObligationView(
            CompanyDesk desk,
            CopyDesk copies,
            ExceptionLists lists,
            FileIntake files,
            AnswerDrafts drafts,
            OnwardDesk onward,
            AnswerRecord record,
            CurrentUser user,
            Clock clock) {
        super("stack");
        this.desk = desk;
        this.copies = copies;
        this.lists = lists;
        this.files = files;
        this.drafts = drafts;
        this.onward = onward;
        this.record = record;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var obligation = desk.obligation(id(parameters.get("obligation").orElse("")));
        var step = parameters.get("step").orElse("");
        var sent = event.getLocation().getQueryParameters().getParameters().containsKey("sent");
        entitle(obligation.reference().value());
        if (obligation.kind() == RequestKind.ACCESS) {
            show(new CopyFlow(obligation, desk, copies, files, drafts, record, words()).at(step, sent));
            return;
        }
        switch (step) {
            case "check" -> check(obligation);
            case "amend" -> ask(obligation, Map.of());
            default -> {
                if (amending(obligation)) prove(obligation, sent);
                else ask(obligation, Map.of());
            }
        }
    }

    private static ObligationId id(String text) {
        try {
            return new ObligationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("error.not-found");
        }
    }

    private void show(Component content) {
        removeAll();
        if (user.has(Roles.PARTNER)) add(back()); // whoever came by a mail link has this one question
        add(content);
    }

    private Component back() {
        var back = Markup.link(Routes.COMPANY, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("partner.back")));
        return Markup.box("crumb", back);
    }

    private void prove(CompanyObligation obligation, boolean justSent) {
        var proof = new Proof(
                obligation,
                justSent,
                waiting(obligation),
                path(obligation) + "/amend",
                new ProofFile(obligation, record, words()),
                words());
        show(withRecipients(obligation, proof));
    }

    private long waiting(CompanyObligation obligation) {
        if (obligation.forgotten()) return 0;
        return onward.named(obligation.id()).stream()
                .filter(one -> one.outcome() == null)
                .count();
    }

    private void ask(CompanyObligation obligation, Map<String, String> problems) {
        var sheet = new Sheet(drafts.read(obligation), problems, draft -> drafts.keep(obligation.id(), draft));
        var question = new QuestionPage(
                obligation,
                sheet,
                (after, most) -> desk.items(obligation.id(), after, most),
                lists,
                () -> checkOrAsk(obligation, sheet.draft()),
                day -> acknowledge(obligation, day),
                words());
        show(withRecipients(obligation, question));
    }

    private Component withRecipients(CompanyObligation obligation, Component page) {
        return obligation.forgotten()
                ? page
                : Markup.box("stack", page, new NamedRecipients(obligation.id(), onward, words()));
    }

    private void checkOrAsk(CompanyObligation obligation, AnswerDraft draft) {
        var problems = problems(obligation, draft);
        if (problems.isEmpty()) go(path(obligation) + "/check");
        else ask(obligation, problems);
    }

    private Map<String, String> problems(CompanyObligation obligation, AnswerDraft draft) {
        var today = words().day(clock.instant());
        var found = AnswerProblems.of(draft, obligation.items(), amending(obligation), today);
        found.replaceAll((_, key) -> say(key));
        return found;
    }

    private void check(CompanyObligation obligation) {
        var draft = drafts.read(obligation);
        var problems = problems(obligation, draft);
        if (!problems.isEmpty()) {
            ask(obligation, problems);
            return;
        }
        var answer = Answer.of(draft, amending(obligation));
        var change = path(obligation) + (amending(obligation) ? "/amend" : "");
        show(new CheckAnswer(obligation, answer, draft, change, () -> send(obligation, draft), words()));
    }

    /** The draft names the answer, so a second press or a second tab records it once. */
    private void send(CompanyObligation obligation, AnswerDraft draft) {
        try {
            var answer = Answer.of(draft, amending(obligation));
            ListedItems.of(draft)
                    .digest()
                    .ifPresentOrElse(
                            list -> desk.attest(obligation.id(), answer, list),
                            () -> desk.attest(obligation.id(), answer));
            drafts.forget(obligation.id());
            getUI().ifPresent(ui -> ui.navigate(path(obligation), QueryParameters.fromString("sent")));
        } catch (Conflict other) {
            if (!other.key().equals("error.csv.other-list")) throw other;
            drafts.keep(obligation.id(), ListedItems.removed(draft)); // replaced in another tab, or by API
            ask(obligation, Map.of(AnswerField.EXCEPTIONS, say("partner.problem.list-replaced")));
        } catch (RuleViolation refusal) {
            var field = refusal.field();
            if (field == null) throw refusal;
            ask(obligation, Map.of(field, say(refusal.key(), refusal.arguments().toArray())));
        }
    }

    private void acknowledge(CompanyObligation obligation, @Nullable LocalDate expectedBy) {
        try {
            ask(desk.acknowledge(obligation.id(), expectedBy), Map.of());
            Announcer.say(say("partner.working.done"));
        } catch (RuleViolation refusal) {
            ask(
                    obligation,
                    Map.of("expected-by", say(refusal.key(), refusal.arguments().toArray())));
        }
    }

    private static boolean amending(CompanyObligation obligation) {
        return !obligation.answers().isEmpty();
    }

    private static String path(CompanyObligation obligation) {
        return Routes.COMPANY + "/obligations/" + obligation.id();
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }
}
