package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.retrace.obligations.Attestation;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.AttestationForm.OnwardRecipient;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything a company said, version by version, newest first. */
final class AnswerDetails extends Div {

    private final Words words;

    AnswerDetails(List<Attestation> versions, Words words) {
        this.words = words;
        addClassName("stack");
        for (var answer : versions.reversed()) {
            if (versions.size() > 1) add(version(answer, versions.size()));
            add(facts(answer.form()));
        }
    }

    private Component version(Attestation answer, int versions) {
        var amends = answer.form().amends();
        var heading = Markup.h3(words.say(
                answer.version() == versions ? "answer.version.current" : "answer.version.earlier",
                answer.version(),
                words.date(answer.receivedAt())));
        return amends == null
                ? heading
                : Markup.box("version", heading, Markup.p(words.say("answer.amends", amends), "soft"));
    }

    private Facts facts(AttestationForm form) {
        var facts = new Facts();
        for (var subject : Subject.values()) {
            var outcome = Objects.requireNonNull(form.subjects().get(subject), "every subject is answered");
            facts.fact(
                    words.say("answer.subject." + AnswerSentences.key(subject)),
                    words.say("answer.outcome." + AnswerSentences.key(outcome)));
        }
        if (form.method() != null) {
            facts.fact(words.say("answer.method"), words.say("answer.method." + AnswerSentences.key(form.method())));
        }
        date(facts, "answer.live-erased", form.liveErasedOn());
        date(facts, "answer.backups-until", form.backupsUntil());
        if (form.kept() != null) {
            facts.fact(words.say("answer.duty"), form.kept().duty());
            date(facts, "answer.duty-until", form.kept().until());
        }
        if (form.infeasible() != null) {
            facts.fact(words.say("answer.reason"), form.infeasible().reason());
            facts.fact(words.say("answer.officer"), form.infeasible().officer());
        }
        form.onward().forEach(other -> facts.fact(words.say("answer.onward"), onward(other)));
        facts.fact(
                words.say("answer.declarant"),
                form.declarant().name() + ", " + form.declarant().title());
        if (form.declarant().perjury()) facts.fact(words.say("answer.perjury"), words.say("answer.perjury.yes"));
        return facts;
    }

    private void date(Facts facts, String key, @Nullable LocalDate date) {
        if (date != null) facts.fact(words.say(key), words.date(date));
    }

    private String onward(OnwardRecipient other) {
        if (other.toldOn() == null) return words.say("answer.onward.untold", other.name());
        return other.answeredOn() == null
                ? words.say("answer.onward.told", other.name(), words.date(other.toldOn()))
                : words.say(
                        "answer.onward.answered",
                        other.name(),
                        words.date(other.toldOn()),
                        words.date(other.answeredOn()));
    }
}
