package io.retrace.ui.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import io.retrace.ui.component.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AnswerSentencesTest {

    private final Words english = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private final Words german = new Words(Locale.GERMAN, ZoneOffset.UTC);

    @Test
    void what_was_erased_is_named_with_the_copies_that_stay_a_while() {
        assertThat(new AnswerSentences(english, Companies.erased(4)).summary())
                .isEqualTo("Erased four photos and face templates. Backups keep a copy until 14 December 2026.");
        assertThat(new AnswerSentences(german, Companies.erased(4)).summary())
                .isEqualTo("Gelöscht: vier Fotos und Gesichtsmuster."
                        + " Sicherungskopien enthalten es bis zum 14. Dezember 2026.");
    }

    @Test
    @UseCase("UC-004/2")
    void what_was_kept_is_named_with_the_duty_and_its_end() {
        assertThat(new AnswerSentences(english, Companies.kept(1, "Anti-Fraud Act § 12")).summary())
                .isEqualTo("Keeps one photo until 30 June 2029, because: “Anti-Fraud Act § 12”. We ask again then.");
    }

    @Test
    void what_a_company_writes_stays_its_own_words_and_never_becomes_ours() {
        var hostile = "{0} <script>alert(1)</script> '";
        assertThat(new AnswerSentences(english, Companies.kept(1, hostile)).summary())
                .contains("“" + hostile + "”");
    }

    @Test
    void who_declared_it_is_named() {
        assertThat(new AnswerSentences(english, Companies.erased(4)).declared())
                .isEqualTo("Answered on 6 November 2026 by Dana Ortiz, Data Protection Lead");
    }
}
