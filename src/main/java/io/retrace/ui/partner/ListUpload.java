package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.ExceptionLists;
import io.retrace.obligations.ExceptionLists.Report;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainException;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;
import java.io.IOException;
import java.io.InputStream;

/** “All erased except these” as a file: the rules and the report of the API (UC-019), and what stands in the draft after. */
final class ListUpload extends Div {

    private final ObligationId obligation;
    private final ExceptionLists lists;
    private final Sheet sheet;
    private final Words words;
    private final Div outcome = Markup.box("stack");

    ListUpload(ObligationId obligation, ExceptionLists lists, Sheet sheet, Words words) {
        this.obligation = obligation;
        this.lists = lists;
        this.sheet = sheet;
        this.words = words;
        addClassNames("stack", "copy-files", "list-upload");
        outcome.getElement().setAttribute("role", "status");
        var hand = Markup.box("stack");
        add(
                Markup.h3(words.say("partner.list")),
                Markup.p(words.say("partner.list.how"), "soft"),
                upload(),
                outcome,
                hand);
        sheet.show(draft -> {
            hand.removeAll();
            var listed = ListedItems.of(draft);
            if (listed.digest().isPresent()) hand.add(onHand(listed));
        });
    }

    private Component onHand(ListedItems listed) {
        var box = Markup.box("stack", Markup.p(words.say("partner.list.hand", listed.items()), "notice"));
        if (listed.refused() > 0) {
            box.add(Markup.p(words.say("partner.list.lost", listed.refused()), "notice", "danger"));
        }
        box.add(Markup.box("actions", Markup.button(words.say("partner.list.remove"), "btn quiet slim", this::remove)));
        return box;
    }

    private Upload upload() {
        var upload = new Upload(this::receive);
        upload.setI18n(UploadTexts.in(words));
        upload.setAcceptedFileExtensions(".csv");
        upload.addFileRejectedListener(event -> show(Markup.p(words.say("partner.list.csv-only"), "notice", "danger")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    /** Runs beside the page; no more than the limit is read of whatever is sent. */
    private void receive(UploadEvent event) throws IOException {
        try (InputStream body = event.getInputStream()) {
            var csv = body.readNBytes(AnswerIntake.MOST_BYTES + 1);
            if (csv.length > AnswerIntake.MOST_BYTES) {
                refuse(event, words.say("error.answer.too-large", AnswerIntake.MOST_BYTES / 1024 / 1024));
                return;
            }
            var report = lists.receive(obligation, csv);
            event.getUI().access(() -> taken(report));
        } catch (DomainException refusal) {
            refuse(event, words.say(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private void taken(Report report) {
        sheet.change(draft -> ListedItems.taken(draft, report));
        var summary = words.say("partner.list.report", report.held().items(), report.refused());
        var shown = Markup.box("stack", Markup.p(summary, "notice", report.refused() == 0 ? "good" : "danger"));
        if (report.refused() > 0) shown.add(problems(report));
        if (report.refused() > report.problems().size()) {
            shown.add(
                    Markup.p(words.say("exchange.more", report.problems().size(), report.refused()), "small", "soft"));
        }
        show(shown);
        Announcer.say(summary);
    }

    private Table problems(Report report) {
        var table = new Table(
                words.say("exchange.refused"),
                words.say("exchange.line"),
                words.say("exchange.column"),
                words.say("exchange.reason"));
        report.problems()
                .forEach(problem -> table.row(
                        Markup.span(words.say("exchange.line.number", problem.line()), "num"),
                        Markup.span(problem.field().isEmpty() ? "–" : problem.field(), "ref"),
                        Markup.span(words.say(problem.reason()))));
        return table;
    }

    private void remove() {
        lists.remove(obligation);
        sheet.change(ListedItems::removed);
        outcome.removeAll();
        Announcer.say(words.say("partner.list.removed"));
    }

    private void refuse(UploadEvent event, String reason) {
        event.reject(reason);
        event.getUI().access(() -> show(Markup.p(reason, "notice", "danger")));
    }

    private void show(Component what) {
        outcome.removeAll();
        outcome.add(what);
    }
}
