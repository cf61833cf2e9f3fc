package io.retrace.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words english = new Words(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
    private final Words german = new Words(Locale.GERMAN, ZoneId.of("Europe/Berlin"));

    @Test
    void numbers_up_to_twelve_are_words() {
        assertThat(english.say("member.home.headline", 5, 9, 12))
                .isEqualTo("Five companies received nine of your twelve photos.");
        assertThat(german.say("member.home.headline", 5, 9, 12))
                .isEqualTo("Fünf Firmen haben neun Ihrer zwölf Fotos bekommen.");
    }

    @Test
    void larger_numbers_are_digits_grouped_as_the_language_does() {
        assertThat(english.say("member.home.headline", 13, 1200, 4021))
                .isEqualTo("13 companies received 1,200 of your 4,021 photos.");
        assertThat(german.say("member.home.headline", 13, 1200, 4021))
                .isEqualTo("13 Firmen haben 1.200 Ihrer 4.021 Fotos bekommen.");
    }

    @Test
    void one_is_said_in_the_right_gender() {
        assertThat(english.say("member.home.headline", 1, 1, 2))
                .isEqualTo("One company received one of your two photos.");
        assertThat(german.say("member.home.headline", 1, 1, 2))
                .isEqualTo("Eine Firma hat eines Ihrer zwei Fotos bekommen.");
    }

    @Test
    void verbs_follow_the_number() {
        assertThat(english.say("member.request.answered", 3, 5)).isEqualTo("Three of five companies have answered.");
        assertThat(english.say("member.request.answered", 1, 5)).isEqualTo("One of five companies has answered.");
        assertThat(german.say("member.request.answered.all", 1)).isEqualTo("Die Firma hat geantwortet.");
    }

    @Test
    void what_a_company_wrote_is_never_read_as_a_pattern() {
        assertThat(english.say("answer.amends", "{0} <b>it’s</b> '{' 1#")).contains("{0} <b>it’s</b> '{' 1#");
    }

    @Test
    void days_are_the_reader_s() {
        var shortlyBeforeMidnightUtc = Instant.parse("2026-11-03T23:30:00Z");
        assertThat(english.date(shortlyBeforeMidnightUtc)).isEqualTo("4 November 2026");
        assertThat(german.date(shortlyBeforeMidnightUtc)).isEqualTo("4. November 2026");
    }

    @Test
    void lists_end_in_and() {
        assertThat(english.list(List.of("Lumen Vision"))).isEqualTo("Lumen Vision");
        assertThat(german.list(List.of("A", "B", "C"))).isEqualTo("A, B und C");
    }

    @Test
    void what_nobody_has_written_shows_its_key() {
        assertThat(english.say("no.such.key")).isEqualTo("no.such.key");
    }
}
