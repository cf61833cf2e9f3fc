package io.retrace.ui.partner;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.retrace.access.CompanyFile;
import io.retrace.access.FileIntake;
import io.retrace.access.ScannerAway;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainException;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of a copy: sent one by one as they are chosen, checked as they arrive, listed with what we found them to be. */
final class CopyUpload extends Div {

    private final ObligationId obligation;
    private final Set<UUID> sent;
    private final FileIntake intake;
    private final Words words;
    private final UnorderedList list = new UnorderedList();
    private final Div problems = Markup.box("stack");

    /** @param problem what is wrong with the files as a whole, or empty */
    CopyUpload(CompanyObligation obligation, FileIntake intake, String problem, Words words) {
        this.obligation = obligation.id();
        this.sent = obligation.copies().stream()
                .flatMap(answer -> answer.form().files().stream())
                .map(file -> file.id())
                .collect(Collectors.toSet());
        this.intake = intake;
        this.words = words;
        addClassNames("stack", "copy-files");
        list.addClassName("files");
        problems.getElement().setAttribute("role", "alert");
        if (!problem.isEmpty()) add(Markup.span(problem, "error"));
        var limits = intake.limits();
        add(
                Markup.p(
                        words.say(
                                "partner.copy.files.hint",
                                limits.file().toMegabytes(),
                                limits.files(),
                                limits.obligation().toGigabytes()),
                        "hint"),
                upload(),
                problems,
                list);
        refresh();
    }

    private Upload upload() {
        var upload = new Upload(this::receive);
        upload.setI18n(UploadTexts.in(words));
        upload.setAcceptedFileExtensions(
                ".jpg", ".jpeg", ".png", ".webp", ".gif", ".pdf", ".json", ".csv", ".txt", ".zip");
        upload.addFileRejectedListener(event -> refused(event.getFileName(), words.say("error.file.type")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    /** Runs beside the page while bytes come in; what it has to say waits for the page. */
    private void receive(UploadEvent event) throws IOException {
        var name = event.getFileName();
        try (InputStream body = event.getInputStream()) {
            intake.receive(obligation, UUID.randomUUID(), name, body);
            tell(event.getUI(), () -> received(name));
        } catch (DomainException refusal) {
            var reason = words.say(refusal.key(), refusal.arguments().toArray());
            event.reject(reason);
            tell(event.getUI(), () -> refused(name, reason));
        } catch (ScannerAway away) {
            var reason = words.say("error.file.scanner-away");
            event.reject(reason);
            tell(event.getUI(), () -> refused(name, reason));
        }
    }

    private static void tell(UI ui, Runnable news) {
        ui.access(news::run);
    }

    private void received(String name) {
        refresh();
        Announcer.say(words.say("partner.copy.files.received", name));
    }

    private void refused(String name, String reason) {
        problems.add(Markup.p(words.say("partner.copy.files.refused", name, reason), "notice", "danger"));
    }

    private void refresh() {
        list.removeAll();
        intake.files(obligation).forEach(file -> list.add(row(file)));
        list.setVisible(list.getComponentCount() > 0);
    }

    private ListItem row(CompanyFile file) {
        var row = new ListItem(Markup.box(
                "two-lines",
                Markup.span(file.name(), "name"),
                Markup.span(CheckCopy.about(file, words), "small", "soft", "num")));
        if (!sent.contains(file.givenId())) {
            var remove = Markup.button(words.say("partner.copy.files.remove"), "btn quiet slim", () -> remove(file));
            remove.setAriaLabel(words.say("partner.copy.files.remove.of", file.name()));
            row.add(remove);
        }
        return row;
    }

    private void remove(CompanyFile file) {
        intake.remove(obligation, file.givenId());
        problems.removeAll();
        refresh();
        Announcer.say(words.say("partner.copy.files.removed", file.name()));
    }
}
