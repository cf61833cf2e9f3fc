package io.retrace.ui.support;

import com.vaadin.flow.component.html.Section;
import io.retrace.agents.FilingDesk.FiledBy;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.List;

/** Which agents filed a request, and what each reads of it. */
final class FiledCard extends Section {

    FiledCard(List<FiledBy> filings, Words words) {
        addClassNames("card", "stack");
        add(Markup.h2(words.say("agents.filed")));
        for (var filing : filings) {
            var facts = new Facts()
                    .fact(words.say("agents.filed.by"), filing.name() + " · " + filing.agent())
                    .fact(words.say("agents.filed.at"), words.time(filing.filedAt()))
                    .fact(
                            words.say("agents.filed.told"),
                            words.say("request.word." + filing.told().word()));
            add(facts);
            if (filing.merged()) add(Markup.p(words.say("agents.filed.merged"), "small", "soft"));
        }
    }
}
