package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.OnwardDesk;
import io.retrace.obligations.OnwardDesk.Named;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom the company passed the items on to, before its answer or after it: the list, and a form to say more. */
final class NamedRecipients extends Section {

    private final ObligationId obligation;
    private final OnwardDesk desk;
    private final Words words;

    NamedRecipients(ObligationId obligation, OnwardDesk desk, Words words) {
        this.obligation = obligation;
        this.desk = desk;
        this.words = words;
        setId("named-recipients");
        addClassNames("card", "stack", "named-recipients");
        show(new NamedForm(words), null);
    }

    private void show(NamedForm form, @Nullable String refusal) {
        removeAll();
        add(Markup.h2(words.say("partner.named.title")), Markup.p(words.say("partner.named.text"), "soft"));
        var named = desk.named(obligation);
        if (!named.isEmpty()) add(table(named));
        if (refusal != null) add(notice(refusal));
        var fields = form.fields();
        var save = Markup.quiet(words.say("partner.named.save"), () -> save(form));
        save.setId("named-save");
        fields.add(save);
        var open = Markup.details(words.say(named.isEmpty() ? "partner.named.first" : "partner.named.more"), fields);
        open.setOpen(refusal != null || form.filled());
        add(open);
    }

    private Table table(List<Named> named) {
        var table = new Table(
                words.say("partner.named.title"),
                words.say("partner.onward.name"),
                words.say("partner.named.word"),
                words.say("partner.onward.told"),
                words.say("partner.onward.answered"),
                words.say("partner.named.report"));
        for (var one : named) {
            var more = Markup.button(words.say("partner.named.report"), "btn quiet slim", () -> report(one));
            more.setAriaLabel(words.say("partner.named.report.on", one.recipient()));
            table.row(
                    Markup.span(one.recipient()),
                    new CompanyTag(one.word(), words),
                    Markup.span(one.toldOn() == null ? "–" : words.date(one.toldOn()), "num"),
                    Markup.span(one.answeredOn() == null ? "–" : words.date(one.answeredOn()), "num"),
                    more);
        }
        return table;
    }

    private void report(Named one) {
        show(NamedForm.of(one, words), null);
        getElement()
                .executeJs(
                        "this.querySelector('details').open = true; document.getElementById('named-told_on')?.focus()");
    }

    private void save(NamedForm form) {
        try {
            desk.report(obligation, form.said());
            show(new NamedForm(words), null);
            Announcer.say(words.say("partner.named.saved"));
        } catch (RuleViolation refusal) {
            var field = refusal.field();
            var text = words.say(refusal.key(), refusal.arguments().toArray());
            show(form.with(Map.of(field == null ? "recipient" : field, text)), text);
        } catch (Conflict refusal) {
            var text = words.say(refusal.key(), refusal.arguments().toArray());
            show(
                    refusal.key().equals("error.onward.stands")
                            ? form.amending(words.say("partner.named.stands"))
                            : form,
                    text);
        }
    }

    private static Component notice(String text) {
        var notice = Markup.p(text, "notice", "danger");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }
}
