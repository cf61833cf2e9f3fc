package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import io.retrace.identity.Roles;
import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.FileExchange;
import io.retrace.obligations.FileExchange.Mode;
import io.retrace.shared.DomainException;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Many questions at once: take them as a file, bring the answers back as another, and read what became of every line. */
@Route(value = Routes.COMPANY + "/files", layout = PartnerLayout.class)
@RolesAllowed(Roles.PARTNER)
class FilesView extends Page {

    private final FileExchange exchange;
    private final Div outcome = Markup.box("stack");
    private volatile Mode mode = Mode.NEW; // read by the upload, which runs beside the page

    FilesView(FileExchange exchange) {
        super("stack");
        this.exchange = exchange;
        entitle(say("exchange.title"));
        outcome.getElement().setAttribute("role", "status");
        var back = Markup.link(Routes.COMPANY, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.inbox")));
        add(
                Markup.box("crumb", back),
                Markup.h1(say("exchange.title")),
                Markup.p(say("exchange.lead"), "lead"),
                Markup.box("card stack", Markup.h2(say("exchange.take")), Markup.p(say("exchange.take.text")), work()),
                Markup.box(
                        "card stack copy-files",
                        Markup.h2(say("exchange.bring")),
                        Markup.p(say("exchange.bring.text")),
                        Markup.details(say("exchange.codes"), codes()),
                        Field.choice("mode", say("exchange.mode"), Mode.NEW.name(), modes(), this::choose),
                        upload(),
                        outcome));
    }

    private void choose(String chosen) {
        mode = chosen.equals(Mode.AMEND.name()) ? Mode.AMEND : Mode.NEW;
    }

    private Map<String, String> modes() {
        var modes = new LinkedHashMap<String, String>();
        for (var one : Mode.values())
            modes.put(one.name(), say("exchange.mode." + one.name().toLowerCase(Locale.ROOT)));
        return modes;
    }

    private Component work() {
        var link =
                new Anchor(DownloadHandler.fromInputStream(_ -> WorkDownload.of(exchange)), say("exchange.take.file"));
        link.addClassNames("btn", "quiet");
        return Markup.box("actions", link);
    }

    private Component codes() {
        var list = Markup.box("stack small");
        for (var code : new String[] {"2", "3", "4", "5"}) list.add(Markup.p(say("exchange.code." + code)));
        list.add(Markup.p(say("exchange.code.rest"), "soft"));
        return list;
    }

    private Upload upload() {
        var upload = new Upload(this::receive);
        upload.setI18n(UploadTexts.in(words()));
        upload.setAcceptedFileExtensions(".csv");
        upload.addFileRejectedListener(event -> show(Markup.p(say("exchange.csv-only"), "notice", "danger")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    private void receive(UploadEvent event) throws IOException {
        try (InputStream body = event.getInputStream()) {
            var csv = body.readNBytes(AnswerIntake.MOST_BYTES + 1);
            if (csv.length > AnswerIntake.MOST_BYTES) {
                refuse(event, say("error.answer.too-large", AnswerIntake.MOST_BYTES / 1024 / 1024));
                return;
            }
            var report = exchange.answer(csv, mode);
            event.getUI().access(() -> {
                show(new ExchangeReport(report, words()));
                Announcer.say(ExchangeReport.summary(report, words()));
            });
        } catch (DomainException refusal) {
            refuse(event, say(refusal.key(), refusal.arguments().toArray()));
        }
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
