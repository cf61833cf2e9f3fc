package io.retrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Against a real HTTP server, that behaves well and badly. */
class MediaStoreClientTest {

    private final MediaServer store = new MediaServer();
    private final MediaStoreClient client = client(store.folder());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @UseCase("UC-008/7")
    void a_picture_arrives_byte_for_byte() {
        assertThat(client.fetch(store.url("good.jpg"))).isEqualTo(MediaServer.PICTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "gone.jpg, answered 404",
        "away.jpg, answered 503",
        "moved.jpg, answered 302",
        "long.jpg, body exceeds",
        "endless.jpg, body exceeds",
        "hang.jpg, no whole answer",
        "dribble.jpg, no whole answer",
    })
    @Timeout(10)
    void what_is_not_given_can_be_asked_for_again(String name, String why) {
        assertThatThrownBy(() -> client.fetch(store.url(name)))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining(why);
        assertThat(store.asked("good.jpg")).as("redirects are not followed").isZero();
    }

    @Test
    void a_server_that_is_not_there_can_be_asked_again() {
        store.close();
        assertThatThrownBy(() -> client.fetch(store.url("good.jpg"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void nobody_else_is_asked_even_if_a_line_once_said_so() {
        try (var other = new MediaServer()) {
            assertThatThrownBy(() -> client.fetch(other.url("good.jpg"))).isInstanceOf(RuleViolation.class);
            assertThat(other.asked("good.jpg")).isZero();
        }
    }

    private static MediaStoreClient client(URI folder) {
        var settings =
                new LedgerSettings(DataSize.ofMegabytes(1), 1, Path.of("unused"), folder, Duration.ofMillis(700));
        return new MediaStoreClient(new MediaStore(settings), settings);
    }
}
