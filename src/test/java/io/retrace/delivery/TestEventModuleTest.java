package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.testing.UseCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company sees whether its webhook works before anything depends on it. */
class TestEventModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private CompanySink sink;
    private PartnerId company;

    @BeforeEach
    void start() throws Exception {
        sink = new CompanySink();
        company = world.companies.byWebhook(sink.url());
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Test
    @UseCase("UC-028/4")
    void is_a_signed_event_that_asks_nothing_and_leaves_one_leaf() {
        world.tests.order();
        assertThat(world.changes()).singleElement().isInstanceOf(TestEventOrdered.class);
        assertThat(sink.received()).as("nothing is sent inside the command").isEmpty();
        assertThat(world.tests.newest())
                .singleElement()
                .satisfies(send -> assertThat(send.outcome()).isNull());
        world.work();
        assertThat(sink.received()).singleElement().satisfies(message -> {
            var body = new String(message.body(), StandardCharsets.UTF_8);
            assertThat(body).contains("\"type\":\"test\"", "\"id\":\"" + message.id() + "\"");
            assertThat(body).doesNotContain("obligation", "items", "reference", "subject");
            assertThat(message.signature()).contains("v1a,", "v1,");
        });
        assertThat(world.open()).isZero();
        assertThat(world.changes()).isEmpty();
        assertThat(world.jdbc
                        .sql("select count(*) from delivery")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @UseCase("UC-028/4")
    void goes_out_again_under_its_id_if_we_crash_before_its_outcome_is_kept() {
        world.tests.order();
        var id = world.tests.newest().getFirst().messageId();
        world.work();
        world.jdbc
                .sql("update test_event set completed_at = null, outcome = null, status = null")
                .update();
        world.bean(TestEventWork.class).send(new TestEventJob(id, company.value()));
        world.bean(TestEventWork.class).send(new TestEventJob(id, company.value()));
        assertThat(sink.received())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.id()).isEqualTo(id));
    }

    @Test
    @UseCase("UC-028/5")
    void tells_cause_and_status_and_is_not_tried_again() {
        sink.will(CompanySink.status(503));
        world.tests.order();
        world.work();
        assertThat(world.tests.newest()).singleElement().satisfies(send -> {
            assertThat(send.outcome()).isEqualTo("refused");
            assertThat(send.status()).isEqualTo(503);
            assertThat(send.completedAt()).isNotNull();
        });
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase({"UC-028/4", "UC-028/5"})
    void does_not_go_where_questions_must_not_go() {
        world.companies.moves(company, URI.create("https://10.0.0.1/hook"));
        world.tests.order();
        world.work();
        assertThat(world.tests.newest())
                .singleElement()
                .satisfies(send -> assertThat(send.outcome()).isEqualTo("blocked"));
    }

    @Test
    @UseCase("UC-028/5")
    void of_another_company_is_not_seen() throws Exception {
        var other = world.companies.byWebhook(sink.url());
        world.tests.order(other);
        assertThat(world.tests.newest()).isEmpty();
        assertThat(world.tests.newest(other)).hasSize(1);
    }

    @Test
    @UseCase("UC-028/6")
    void is_limited_whoever_orders_it() {
        world.tests.order();
        world.changes();
        assertThatThrownBy(() -> world.tests.order(company)).isInstanceOf(Conflict.class);
        assertThat(world.changes()).isEmpty();
        for (int sent = 1; sent < TestEvents.A_DAY; sent++) {
            world.clock.advance(TestEvents.GAP);
            world.tests.order(company);
        }
        world.clock.advance(TestEvents.GAP);
        assertThatThrownBy(world.tests::order).isInstanceOf(Conflict.class);
        world.clock.advance(Duration.ofDays(1));
        world.tests.order();
    }

    @Test
    void needs_a_webhook() {
        var page = world.companies.byPage();
        assertThatThrownBy(() -> world.tests.order(page)).isInstanceOf(Conflict.class);
    }
}
