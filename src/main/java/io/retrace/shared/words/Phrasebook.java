package io.retrace.shared.words;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things in the reader’s language. In a message, {@code {0}} is the first argument as given; where that is a whole
 * number, {@code {10}} is the same number as a word and {@code {20}} the word with a capital, for numbers up to twelve.
 * Plurals are written with {@code choice}: <code>{0,choice,1#one company|1<{10} companies}</code>.
 */
public final class Phrasebook {

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int WORDS = 10;
    private static final int CAPITALS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Phrasebook.class);

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;
    private final Map<String, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

    public Phrasebook(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_OTHERWISE);
    }

    public Locale locale() {
        return locale;
    }

    /** The zone days are counted in for the reader. */
    public ZoneId zone() {
        return zone;
    }

    /** The message under this key; the key itself, and a line in the log, if nobody has written it yet. */
    public String say(String key, Object... arguments) {
        try {
            var pattern = bundle.getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(withWords(arguments));
        } catch (MissingResourceException e) {
            LOG.error("no text for “{}” in {}: readers see the key until someone writes it", key, locale);
            return key;
        }
    }

    /** Whether there is a text under this key. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** "3 November 2026" */
    public String date(LocalDate date) {
        return format("date.long", date);
    }

    public String date(Instant at) {
        return date(day(at));
    }

    /** "3 Nov 2026", for tables. */
    public String shortDay(LocalDate date) {
        return format("date.short", date);
    }

    /** "1,204" */
    public String number(int number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** "3 November 2026, 14:05" */
    public String time(Instant at) {
        return formatter("date.time").format(at.atZone(zone));
    }

    /** "3 November 2026, 14:05 CET", for what is read far away, or years later. */
    public String moment(Instant at) {
        return formatter("date.moment").format(at.atZone(zone));
    }

    /** The day it was or will be where the reader is. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public String year(Instant at) {
        return Integer.toString(day(at).getYear());
    }

    /** "A", "A and B", "A, B and C" */
    public String list(List<String> things) {
        if (things.size() < 2) return String.join("", things);
        var last = things.size() - 1;
        return String.join(", ", things.subList(0, last)) + " " + bundle.getString("list.and") + " " + things.get(last);
    }

    /** The country’s name, from its two letters. */
    public String country(String iso) {
        return Locale.of("", iso).getDisplayCountry(locale);
    }

    private String format(String pattern, LocalDate date) {
        return formatter(pattern).format(date);
    }

    /** Made once: a package says a hundred thousand dates. */
    private DateTimeFormatter formatter(String pattern) {
        return formatters.computeIfAbsent(pattern, key -> DateTimeFormatter.ofPattern(bundle.getString(key), locale));
    }

    private Object[] withWords(Object[] arguments) {
        var all = new Object[CAPITALS + arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            all[i] = arguments[i];
            var word = arguments[i] instanceof Integer number ? word(number) : String.valueOf(arguments[i]);
            if (i < WORDS) {
                all[WORDS + i] = word;
                all[CAPITALS + i] = capital(word);
            }
        }
        return all;
    }

    private String word(int number) {
        return number >= 0 && number <= 12
                ? bundle.getString("number." + number)
                : new MessageFormat("{0}", locale).format(new Object[] {number});
    }

    private String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }
}
