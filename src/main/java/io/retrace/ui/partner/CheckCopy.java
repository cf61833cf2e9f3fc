package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.access.CompanyFile;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.CopyForm;
import io.retrace.ui.component.CopyFacts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.List;

/** What would be sent, in full, before it is: once sent it stands, and can only be amended. */
final class CheckCopy extends Div {

    CheckCopy(
            CompanyObligation obligation,
            CopyForm answer,
            List<CompanyFile> onHand,
            String changePath,
            Runnable send,
            Words words) {
        addClassNames("stack", "page");
        add(
                Markup.p(words.say("partner.line.short", obligation.reference().value()), "small", "soft", "num"),
                Markup.h1(words.say("partner.check.title")),
                Markup.p(words.say("partner.copy.check.lead"), "lead"));
        if (answer.amends() != null) add(Markup.p(words.say("partner.check.amends", answer.amends()), "notice"));
        add(new CopyFacts(answer, words));
        if (!answer.files().isEmpty()) {
            var files = new UnorderedList();
            files.addClassName("files");
            onHand.forEach(file -> files.add(new ListItem(Markup.box(
                    "two-lines",
                    Markup.span(file.name(), "name"),
                    Markup.span(about(file, words), "small", "soft", "num")))));
            add(files);
        }
        add(
                Markup.p(
                        words.say(
                                answer.declarant().perjury()
                                        ? "partner.check.declare.perjury"
                                        : "partner.check.declare",
                                answer.declarant().name(),
                                answer.declarant().title()),
                        "notice"),
                Markup.box(
                        "actions",
                        Markup.primary(words.say("partner.check.send"), send),
                        Markup.link(changePath, words.say("partner.check.change"), "btn", "quiet")));
    }

    /** What it is, how big, and the beginning of its SHA-256. */
    static String about(CompanyFile file, Words words) {
        var kilobytes = Math.max(1, (file.bytes() + 512) / 1024);
        return words.say(
                kilobytes < 10_000 ? "partner.copy.file" : "partner.copy.file.big",
                file.mediaType(),
                kilobytes < 10_000 ? kilobytes : kilobytes / 1024,
                file.sha256().toString().substring(0, 12));
    }
}
