package io.retrace.ui.component;

import com.vaadin.flow.component.html.Section;
import io.retrace.evidence.LogFinding;

/** One contradiction between the stored log and what was signed: what, since when, and who settled it and why. */
public final class FindingFacts extends Section {

    public FindingFacts(LogFinding found, Words words) {
        addClassNames("card", "stack", "finding");
        var finding = found.finding();
        var facts = new Facts()
                .fact(words.say("finding.size"), String.valueOf(finding.size()))
                .fact(words.say("finding.detail"), Markup.span(finding.detail(), "ref"))
                .fact(words.say("finding.found"), new Time(found.foundAt(), words));
        var settled = found.settled();
        if (settled != null) {
            facts.fact(words.say("finding.settled"), new Time(settled.at(), words))
                    .fact(words.say("finding.settled.by"), Markup.span(settled.by(), "ref"))
                    .fact(words.say("finding.settled.why"), settled.why());
        }
        var state = Markup.span("", "tag", settled == null ? "silent" : "nothing");
        state.add(
                (settled == null ? Icon.ALERT : Icon.CHECK).draw(),
                Markup.span(words.say(settled == null ? "finding.open" : "finding.settled")));
        add(
                Markup.box(
                        "head",
                        Markup.h2(words.say("finding.kind." + finding.kind().key())),
                        state),
                facts);
    }
}
