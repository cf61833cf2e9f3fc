package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import io.retrace.access.FileIntake;
import io.retrace.obligations.AnswerRecord;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.CopyDesk;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question for a copy: upload files, answer, check, read the proof of having answered, amend it. */
final class CopyFlow extends Div {

    private final CompanyDesk desk;
    private final CopyDesk copies;
    private final FileIntake files;
    private final AnswerDrafts drafts;
    private final AnswerRecord record;
    private final Words words;
    private CompanyObligation obligation;

    CopyFlow(
            CompanyObligation obligation,
            CompanyDesk desk,
            CopyDesk copies,
            FileIntake files,
            AnswerDrafts drafts,
            AnswerRecord record,
            Words words) {
        this.obligation = obligation;
        this.desk = desk;
        this.copies = copies;
        this.files = files;
        this.drafts = drafts;
        this.record = record;
        this.words = words;
    }

    /** Shows the step that the address names. */
    CopyFlow at(String step, boolean justSent) {
        switch (obligation.forgotten() ? "" : step) {
            case "check" -> check();
            case "amend" -> ask(Map.of());
            default -> {
                if (amending())
                    show(new CopyProof(
                            obligation, justSent, path() + "/amend", new ProofFile(obligation, record, words), words));
                else ask(Map.of());
            }
        }
        return this;
    }

    private void show(Component content) {
        removeAll();
        add(content);
    }

    private void ask(Map<String, String> problems) {
        var sheet = new Sheet(drafts.read(obligation), problems, draft -> drafts.keep(obligation.id(), draft));
        show(new CopyPage(
                obligation,
                sheet,
                (after, most) -> desk.items(obligation.id(), after, most),
                new CopyUpload(obligation, files, sheet.problem(CopyAnswering.FILES), words),
                () -> checkOrAsk(sheet.draft()),
                this::acknowledge,
                words));
    }

    private void checkOrAsk(AnswerDraft draft) {
        var problems = problems(draft);
        if (problems.isEmpty()) go(path() + "/check");
        else ask(problems);
    }

    private Map<String, String> problems(AnswerDraft draft) {
        var found = CopyAnswering.problems(draft, files.files(obligation.id()).size(), amending());
        found.replaceAll((_, key) -> words.say(key));
        return found;
    }

    private void check() {
        var draft = drafts.read(obligation);
        var problems = problems(draft);
        if (!problems.isEmpty()) {
            ask(problems);
            return;
        }
        var onHand = files.files(obligation.id());
        var answer = CopyAnswering.form(draft, onHand, amending());
        var change = path() + (amending() ? "/amend" : "");
        show(new CheckCopy(obligation, answer, onHand, change, () -> send(draft), words));
    }

    /** The draft names the answer, so a second press or a second tab records it once. */
    private void send(AnswerDraft draft) {
        try {
            var form = CopyAnswering.form(draft, files.files(obligation.id()), amending());
            copies.answer(obligation.id(), form);
            drafts.forget(obligation.id());
            getUI().ifPresent(ui -> ui.navigate(path(), QueryParameters.fromString("sent")));
        } catch (RuleViolation refusal) {
            var field = refusal.field();
            if (field == null) throw refusal;
            var at = field.startsWith(CopyAnswering.FILES) ? CopyAnswering.FILES : field;
            ask(Map.of(at, words.say(refusal.key(), refusal.arguments().toArray())));
        }
    }

    private void acknowledge(@Nullable LocalDate expectedBy) {
        try {
            obligation = desk.acknowledge(obligation.id(), expectedBy);
            ask(Map.of());
            Announcer.say(words.say("partner.working.done"));
        } catch (RuleViolation refusal) {
            ask(Map.of(
                    "expected-by", words.say(refusal.key(), refusal.arguments().toArray())));
        }
    }

    private boolean amending() {
        return !obligation.copies().isEmpty();
    }

    private String path() {
        return Routes.COMPANY + "/obligations/" + obligation.id();
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }
}
