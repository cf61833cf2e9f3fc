package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.audit.Export;
import io.retrace.audit.Exports;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.shared.Reference;
import io.retrace.ui.component.ErrorSummary;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.StepUp;

/** Taking the bundle: redacted with one click; unredacted with a written reason and a fresh proof of who asks. */
final class BundleCard extends Section {

    private static final String REASON = "reason";

    private final Reference request;
    private final Exports exports;
    private final UnredactedDrafts drafts;
    private final Words words;
    private final Div form = Markup.box("stack");
    private final Div taken = Markup.box("stack");
    private String reason;

    BundleCard(Reference request, Exports exports, UnredactedDrafts drafts, Words words) {
        this.request = request;
        this.exports = exports;
        this.drafts = drafts;
        this.words = words;
        this.reason = drafts.read(request);
        addClassNames("card", "stack");
        var unredacted = new NativeDetails(Markup.span(words.say("audit.unredacted")), form);
        unredacted.addClassName("more");
        unredacted.setOpen(!reason.isEmpty()); // back from the step-up
        ask("");
        showTaken();
        add(
                Markup.h2(words.say("audit.bundle")),
                Markup.p(words.say("audit.bundle.lead")),
                Markup.box(
                        "actions", Markup.away(path() + "/bundle", words.say("audit.bundle.take"), "btn", "primary")),
                Markup.p(words.say("audit.bundle.evidence"), "small", "soft"),
                unredacted,
                taken);
    }

    private String path() {
        return "/" + AuditRequestsView.PATH + "/" + request;
    }

    private void ask(String problem) {
        form.removeAll();
        if (!problem.isEmpty()) form.add(new ErrorSummary(problem, REASON, words));
        form.add(
                Markup.p(words.say("audit.unredacted.lead")),
                Field.area(REASON, words.say("audit.unredacted.reason"), reason, this::typed)
                        .of("maxlength", "2000")
                        .hint(words.say("audit.unredacted.hint"))
                        .problem(problem),
                Markup.box(
                        "actions",
                        Markup.button(words.say("audit.unredacted.take"), "btn quiet", this::takeUnredacted)));
    }

    private void typed(String text) {
        reason = text;
        drafts.keep(request, text);
    }

    private void takeUnredacted() {
        try {
            var export = exports.unredacted(request, reason);
            drafts.forget(request);
            reason = "";
            form.removeAll();
            var done = Markup.p(words.say("audit.unredacted.taken"), "notice");
            done.getElement().setAttribute("role", "status");
            form.add(
                    done,
                    Markup.away(
                            path() + "/bundles/" + export.id(), words.say("audit.unredacted.fetch"), "btn", "quiet"));
            showTaken();
        } catch (RuleViolation refusal) {
            ask(words.say(refusal.key(), refusal.arguments().toArray()));
        } catch (StepUpRequired e) {
            UI.getCurrent().getPage().setLocation(StepUp.address(path()));
        }
    }

    private void showTaken() {
        taken.removeAll();
        var before = exports.of(request);
        if (before.isEmpty()) return;
        var list = new UnorderedList();
        list.addClassName("plain");
        before.forEach(export -> list.add(new ListItem(line(export))));
        taken.add(Markup.details(words.say("audit.taken", before.size()), list));
    }

    private Component line(Export export) {
        var key = export.redacted() ? "audit.taken.redacted" : "audit.taken.unredacted";
        var why = export.reason();
        return Markup.box(
                "two-lines",
                Markup.span(words.say(key, words.time(export.takenAt()))),
                Markup.span(why == null ? words.say("audit.taken.by", export.by()) : why, "soft"));
    }
}
