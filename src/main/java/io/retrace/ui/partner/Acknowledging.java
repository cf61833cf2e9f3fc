package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Section;
import io.retrace.obligations.CompanyObligation;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** "We are working on it", with the day it is expected to be done; said once, it can be said again with another day. */
final class Acknowledging extends Section {

    private String expected;

    /**
     * @param problem what was wrong with the day, or empty
     * @param acknowledge told the day, or {@code null} for none
     */
    Acknowledging(
            CompanyObligation obligation, String problem, Consumer<@Nullable LocalDate> acknowledge, Words words) {
        addClassNames("card", "stack", "acknowledging");
        var expectedBy = obligation.expectedBy();
        expected = expectedBy == null ? "" : expectedBy.toString();
        var day = Field.day("expected-by", words.say("partner.working.expected"), expected, text -> expected = text)
                .hint(words.say("partner.working.expected.hint"))
                .problem(problem);
        var said = obligation.acknowledgedAt();
        if (said == null) {
            add(
                    Markup.h2(words.say("partner.working.title")),
                    Markup.p(words.say("partner.working.text"), "soft"),
                    day,
                    Markup.quiet(words.say("partner.working.button"), () -> acknowledge.accept(day())));
            return;
        }
        add(
                Markup.h2(words.say("partner.working.said")),
                Markup.p(
                        expectedBy == null
                                ? words.say("partner.working.since", words.date(said))
                                : words.say("partner.working.until", words.date(said), words.date(expectedBy))));
        var change = Markup.details(
                words.say("partner.working.change"),
                day,
                Markup.quiet(words.say("partner.working.change.button"), () -> acknowledge.accept(day())));
        change.setOpen(!problem.isEmpty());
        add(change);
    }

    private @Nullable LocalDate day() {
        try {
            return expected.isEmpty() ? null : LocalDate.parse(expected);
        } catch (DateTimeException e) {
            return null; // a browser sends whole days or nothing
        }
    }
}
