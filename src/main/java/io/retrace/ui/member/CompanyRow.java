package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.RequestProgress;
import io.retrace.requests.RequestKind;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Recipients;
import io.retrace.ui.component.Row;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** One company on a request page: its word, its own sentence, when, and what comes next. */
record CompanyRow(CompanyProgress progress, RequestProgress answers, Words words) {

    Row row() {
        var company = progress.company();
        var row = new Row(company.name(), name()).says(sentence());
        if (progress.onward()) row.notes(words.say("member.company.onward"));
        var dates = dates();
        if (!dates.isEmpty()) row.notes(dates);
        if (progress.attestation() != null || progress.copy() != null) row.with(everything());
        if (!progress.passedOn().isEmpty()) row.with(new Recipients(progress, words));
        return row.tagged(new CompanyTag(progress.word(), words));
    }

    /** A company that the ledger does not know has no page of its own. */
    private Component name() {
        var company = progress.company();
        return progress.onward()
                ? Markup.span(company.name(), "name")
                : Markup.link("companies/" + company.slug(), company.name(), "name");
    }

    private String sentence() {
        var answer = progress.attestation();
        if (answer != null && progress.word().answered()) return new AnswerSentences(words, answer).summary();
        var copy = progress.copy();
        if (copy != null && progress.word().answered()) return new CopySentences(words, copy).summary();
        return switch (progress.word()) {
            case NOT_ASKED_YET -> notAskedYet();
            case ASKED -> words.say("member.company.asked", progress.photos());
            case WORKING_ON_IT ->
                progress.expectedBy() == null
                        ? words.say("member.company.working")
                        : words.say("member.company.working.until", words.date(progress.expectedBy()));
            case NO_ANSWER -> silent();
            case CONFIRMED_DELETED, HAD_NOTHING, KEPT_SOME, SENT_ITS_COPY, KEPT_SOME_BACK ->
                words.say("company.word." + progress.word().key());
        };
    }

    private String notAskedYet() {
        return progress.nextAction() == CompanyProgress.NextAction.RELEASE
                ? words.say("member.company.not-asked.undo", progress.photos())
                : words.say("member.company.not-asked", progress.photos());
    }

    /** "No answer" always says how often we asked, when last, and what happens next (T3). */
    private String silent() {
        var asked = words.say("member.company.silent", progress.timesAsked(), dateOr(progress.lastAskedAt()));
        var next = next();
        return next.isEmpty() ? asked : asked + " " + next;
    }

    private String next() {
        var action = progress.nextAction();
        var at = progress.nextActionAt();
        if (action == null || at == null) return "";
        return switch (action) {
            case RELEASE, ASK -> words.say("member.next.ask", words.date(at));
            case REMIND -> words.say("member.next.remind", words.date(at));
            case ESCALATE -> words.say("member.next.escalate", words.date(at));
            case FOLLOW_UP -> words.say("member.next.follow-up", words.date(at));
        };
    }

    private String dates() {
        var answer = progress.attestation();
        if (answer != null && progress.word().answered()) {
            var declared = new AnswerSentences(words, answer).declared();
            var further = further();
            return further.isEmpty() ? declared : declared + " · " + further;
        }
        var copy = progress.copy();
        if (copy != null && progress.word().answered()) return new CopySentences(words, copy).declared();
        var parts = new ArrayList<String>();
        var instants = progress.instants();
        if (instants.askedAt() != null) parts.add(words.say("member.company.asked-on", words.date(instants.askedAt())));
        if (instants.acknowledgedAt() != null)
            parts.add(words.say("member.company.acknowledged-on", words.date(instants.acknowledgedAt())));
        var next = next();
        if (progress.word() != CompanyWord.NO_ANSWER && progress.word() != CompanyWord.NOT_ASKED_YET && !next.isEmpty())
            parts.add(next);
        return String.join(" · ", parts);
    }

    /** What it kept is followed up: on the day its duty ends we ask again, and a further answer falls due (T3). */
    private String further() {
        var action = progress.nextAction();
        var at = progress.nextActionAt();
        if (action == null || at == null) return "";
        return action == CompanyProgress.NextAction.FOLLOW_UP
                ? next()
                : words.say("member.next.follow-up-due", words.date(at));
    }

    private Component everything() {
        return Markup.details(
                words.say("member.company.everything"),
                progress.kind() == RequestKind.ACCESS
                        ? new CopyDetails(answers.copies(progress.obligation()), words)
                        : new AnswerDetails(answers.attestations(progress.obligation()), words));
    }

    private String dateOr(@Nullable Instant at) {
        return at == null ? "–" : words.date(at);
    }
}
