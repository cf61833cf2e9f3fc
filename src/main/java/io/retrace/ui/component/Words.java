package io.retrace.ui.component;

import com.vaadin.flow.component.UI;
import io.retrace.shared.words.Phrasebook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The phrasebook of whoever looks at the page. */
public final class Words {

    private final Phrasebook phrases;

    public Words(Locale locale, ZoneId zone) {
        this.phrases = new Phrasebook(locale, zone);
    }

    /** For whoever looks at the current page. */
    public static Words here() {
        var ui = UI.getCurrent();
        var zone = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return new Words(ui.getLocale(), zone == null || zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone));
    }

    /** The same words for what is written outside a page. */
    public Phrasebook phrases() {
        return phrases;
    }

    public Locale locale() {
        return phrases.locale();
    }

    /** The zone days are counted in for the reader. */
    public ZoneId zone() {
        return phrases.zone();
    }

    /** The message under this key; the key itself, and a line in the log, if nobody has written it yet. */
    public String say(String key, Object... arguments) {
        return phrases.say(key, arguments);
    }

    /** Whether there is a text under this key. */
    public boolean knows(String key) {
        return phrases.knows(key);
    }

    /** "3 November 2026" */
    public String date(LocalDate date) {
        return phrases.date(date);
    }

    public String date(Instant at) {
        return phrases.date(at);
    }

    /** "3 Nov 2026", for tables. */
    public String shortDay(LocalDate date) {
        return phrases.shortDay(date);
    }

    /** "1,204" */
    public String number(int number) {
        return phrases.number(number);
    }

    /** "3 November 2026, 14:05" */
    public String time(Instant at) {
        return phrases.time(at);
    }

    /** The day it was or will be where the reader is. */
    public LocalDate day(Instant at) {
        return phrases.day(at);
    }

    public String year(Instant at) {
        return phrases.year(at);
    }

    /** "A", "A and B", "A, B and C" */
    public String list(List<String> things) {
        return phrases.list(things);
    }

    /** The country’s name, from its two letters. */
    public String country(String iso) {
        return phrases.country(iso);
    }
}
