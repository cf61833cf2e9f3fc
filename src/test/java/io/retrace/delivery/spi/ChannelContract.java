package io.retrace.delivery.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.Message.About;
import io.retrace.delivery.spi.Message.TestEvent;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.obligations.Asking.Question;
import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.shared.Reference;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every channel keeps to, whatever it speaks. A channel’s test extends this, plays the company, and adds its own. */
public abstract class ChannelContract {

    private static final Instant WRITTEN = Instant.parse("2026-11-03T09:00:00Z");
    private static final ObligationId OBLIGATION =
            new ObligationId(UUID.fromString("019a4f00-0000-7000-8000-000000000001"));

    /** How the company’s side behaves. */
    public enum FarSide {
        TAKES,
        /** Answers that it will not have it, this time. */
        REFUSES,
        /** Is not there. */
        AWAY
    }

    /** A message as the company got it, the text decoded from whatever carried it. */
    public record Arrived(String id, String text) {}

    protected abstract DeliveryChannel channel();

    /** A company that this channel serves. */
    protected abstract Partner company();

    /** From now on the company’s side behaves so. */
    protected abstract void farSide(FarSide behaviour);

    /** What got through, oldest first. */
    protected abstract List<Arrived> arrived();

    @ParameterizedTest
    @UseCase("UC-015/9")
    @EnumSource(Errand.class)
    public void every_kind_of_message_arrives_under_its_id_and_names_its_reference(Errand errand) {
        farSide(FarSide.TAKES);
        assertThat(send(about(errand, false)).word()).isEqualTo(Word.REACHED);
        assertThat(arrived()).hasSize(1);
        assertThat(arrived().getFirst().id()).contains(about(errand, false).id());
        assertThat(arrived().getFirst().text()).contains(question().reference().value());
    }

    @Test
    public void kinds_can_be_told_apart() {
        farSide(FarSide.TAKES);
        for (var errand : Errand.values()) send(about(errand, false));
        assertThat(arrived()).extracting(Arrived::text).doesNotHaveDuplicates();
    }

    @Test
    public void a_test_event_arrives_and_names_no_question() {
        farSide(FarSide.TAKES);
        assertThat(channel().serves(company())).isTrue();
        assertThat(send(new TestEvent("msg_test", company(), WRITTEN)).word()).isEqualTo(Word.REACHED);
        assertThat(arrived()).hasSize(1);
        assertThat(arrived().getFirst().text())
                .doesNotContain(question().reference().value());
    }

    @Test
    public void said_again_it_has_the_same_id() {
        farSide(FarSide.TAKES);
        send(about(Errand.ASK, false));
        send(about(Errand.ASK, true));
        assertThat(arrived())
                .extracting(Arrived::id)
                .hasSize(2)
                .containsOnly(arrived().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource({"REFUSES", "AWAY"})
    public void what_goes_wrong_is_an_outcome_and_never_success(FarSide behaviour) {
        farSide(behaviour);
        assertThat(send(about(Errand.ASK, false)).word()).isNotEqualTo(Word.REACHED);
        assertThat(arrived()).isEmpty();
        farSide(FarSide.TAKES);
        assertThat(send(about(Errand.ASK, false)).word())
                .as("once they are back")
                .isEqualTo(Word.REACHED);
    }

    @Test
    public void it_has_a_name_in_both_languages() {
        var key = "support.channel."
                + channel().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (var language : List.of(Locale.ROOT, Locale.GERMAN)) {
            assertThat(ResourceBundle.getBundle("vaadin-i18n.translations", language)
                            .containsKey(key))
                    .as("%s in %s", key, language)
                    .isTrue();
        }
    }

    protected final About about(Errand errand, boolean fallback) {
        return new About("msg_0123456789abcdef", company(), WRITTEN, errand, question(), fallback);
    }

    /** In time, too. */
    private Outcome send(Message message) {
        var start = System.nanoTime();
        var outcome = channel().send(message);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        return outcome;
    }

    private Question question() {
        return new Question(
                OBLIGATION,
                company().id(),
                new Reference("O-7Q4M-2KX9"),
                false,
                3,
                LocalDate.parse("2026-12-03"),
                1,
                true);
    }
}
