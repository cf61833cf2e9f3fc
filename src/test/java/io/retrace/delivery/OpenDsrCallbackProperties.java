package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.OpenDsrCallbacks.Answer;
import io.retrace.delivery.spi.Message;
import io.retrace.obligations.Errand;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Callbacks in any order, repeated, late, altered, under other names: nothing goes back, nothing forged counts (T8). */
@SuppressWarnings("NullAway.Init") // jqwik opens and closes them
class OpenDsrCallbackProperties {

    private static DeliveryWorld world;
    private static OpenDsrProcessor processor;
    private static PartnerId company;

    @BeforeContainer
    static void open() {
        world = new DeliveryWorld();
        try {
            processor = new OpenDsrProcessor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        company = world.companies.byOpenDsr(processor.target());
    }

    @AfterContainer
    static void close() {
        processor.close();
        world.close();
    }

    /** What somebody does with a callback. */
    enum Way {
        AS_SIGNED,
        ALTERED,
        BY_ANOTHER_DOMAIN,
        FOR_ANOTHER_REQUEST,
        TO_ANOTHER_PORTAL
    }

    record Callback(String status, String extension, Way way) {

        int rank() {
            return switch (status) {
                case "pending" -> 0;
                case "in_progress" -> 1;
                case "completed" -> extension.contains("attestation") ? 3 : 2;
                default -> 2;
            };
        }
    }

    @Provide
    Arbitrary<List<Callback>> callbacks() {
        var status = Arbitraries.of("pending", "in_progress", "completed", "cancelled");
        var extension = Arbitraries.of(
                "{}", "{\"attestation\":{\"answer_id\":\"a-1\"}}", "{\"refusal\":{\"reason\":\"a court forbids it\"}}");
        var way = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.just(Way.AS_SIGNED)),
                net.jqwik.api.Tuple.of(4, Arbitraries.of(Way.class)));
        return net.jqwik.api.Combinators.combine(status, extension, way)
                .as(Callback::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 150)
    @UseCase({"UC-017/4", "UC-017/6", "UC-017/7"})
    void nothing_goes_back_and_nothing_forged_counts(@ForAll("callbacks") List<Callback> callbacks) {
        var id = submitted();
        world.book.lines().clear();
        int reached = 0;
        var genuine = new ArrayList<Callback>();
        for (var callback : callbacks) {
            var before = world.book.lines().size();
            assertThat(send(id, callback)).isEqualTo(expected(callback.way()));
            assertThat(world.book.lines()).as("each is kept").hasSizeGreaterThanOrEqualTo(before);
            var now = stands(id);
            if (callback.way() == Way.AS_SIGNED) {
                genuine.add(callback);
                reached = Math.max(reached, callback.rank());
            }
            assertThat(now).as("after %s", genuine).isEqualTo(reached);
        }
        assertThat(world.book.lines().stream().filter(line -> line.startsWith("attested")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(world.book.lines().stream().filter(line -> line.startsWith("working")))
                .as("once when it begins, once when it claims to be done")
                .hasSizeLessThanOrEqualTo(2);
    }

    private static Answer expected(Way way) {
        return switch (way) {
            case AS_SIGNED -> Answer.TAKEN;
            case ALTERED, FOR_ANOTHER_REQUEST, TO_ANOTHER_PORTAL -> Answer.BAD;
            case BY_ANOTHER_DOMAIN -> Answer.UNKNOWN;
        };
    }

    private static Answer send(UUID id, Callback callback) {
        var about = callback.way() == Way.FOR_ANOTHER_REQUEST ? UUID.randomUUID() : id;
        var portal = callback.way() == Way.TO_ANOTHER_PORTAL ? "https://other.example" : "https://retrace.example";
        var body = ("{\"subject_request_id\":\"" + about + "\",\"request_status\":\"" + callback.status()
                        + "\",\"status_callback_url\":\"" + portal + OpenDsrBody.CALLBACKS + "\",\"extensions\":{\""
                        + processor.keys.domain() + "\":" + callback.extension() + "}}")
                .getBytes(StandardCharsets.UTF_8);
        var signature = processor.keys.sign(body);
        if (callback.way() == Way.ALTERED) body[body.length - 1] = ' ';
        var domain = callback.way() == Way.BY_ANOTHER_DOMAIN ? "opendsr.other.example" : processor.keys.domain();
        return world.bean(OpenDsrCallbacks.class).receive(domain, signature, body);
    }

    private static UUID submitted() {
        var question = world.questions.ask(company);
        world.bean(OpenDsrChannel.class)
                .send(new Message.About(
                        "msg_" + UUID.randomUUID(),
                        world.companies.partner(company),
                        world.clock.instant(),
                        Errand.ASK,
                        world.questions.question(question),
                        false));
        return world.bean(OpenDsrRows.class).latest(question).orElseThrow().id();
    }

    private static int stands(UUID id) {
        var meaning = world.bean(OpenDsrRows.class).find(id).orElseThrow().meaning();
        if (meaning == null) return -1;
        return switch (meaning) {
            case RECEIVED -> 0;
            case WORKING -> 1;
            case CLAIMED, REFUSED, WITHDRAWN -> 2;
            case ATTESTED -> 3;
        };
    }
}
