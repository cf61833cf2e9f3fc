package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.Message;
import io.retrace.obligations.Asking.Question;
import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.LatestCheckpoint;
import io.retrace.shared.LatestCheckpoint.Head;
import io.retrace.shared.Reference;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookBodyTest {

    private static final String NOTE =
            "portal.example/log\n7\nYQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=\n\n— signature\n";

    @Test
    @UseCase("UC-009/8")
    void a_company_receives_the_newest_checkpoint_as_it_was_signed() {
        var body = body(Optional.of(new Head(7, "YQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=", NOTE)));
        assertThat(body.at("/data/checkpoint").asString()).isEqualTo(NOTE);
        assertThat(body.get("data").propertyNames())
                .as("and nothing else than before")
                .containsExactly("obligation_id", "reference", "kind", "items", "due", "url", "checkpoint");
    }

    @Test
    void before_the_first_checkpoint_there_is_no_such_field() {
        assertThat(body(Optional.empty()).get("data").has("checkpoint")).isFalse();
    }

    /** CloudEvents 1.0.2 §3: what is required, and names and values as they must be. */
    @Test
    @UseCase("UC-028/1")
    void is_an_event_whose_id_is_the_messages() {
        var event = body(Optional.of(new Head(7, "YQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=", NOTE)));
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo("msg_1");
        assertThat(event.get("source").asString()).isEqualTo("https://retrace.example");
        assertThat(event.get("type").asString()).isEqualTo("obligation.asked");
        assertThat(event.get("subject")).isEqualTo(event.at("/data/obligation_id"));
        assertThat(event.get("time").asString()).isEqualTo("2026-11-03T09:00:00Z");
        assertThat(event.get("timestamp")).as("what Standard Webhooks calls it").isEqualTo(event.get("time"));
        assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
        event.properties().forEach(attribute -> {
            assertThat(attribute.getKey()).matches("[a-z0-9]{1,20}");
            if (attribute.getValue().isString())
                assertThat(attribute.getValue().asString()).doesNotMatch("(?s).*\\p{Cntrl}.*");
        });
    }

    private static JsonNode body(Optional<Head> head) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("log", (LatestCheckpoint) () -> head);
        return JsonMapper.shared()
                .readTree(new WebhookBody("https://retrace.example", beans.getBeanProvider(LatestCheckpoint.class))
                        .of(message()));
    }

    private static Message message() {
        var company = new Partner(
                new PartnerId((short) 1),
                "lumen-vision",
                "Lumen Vision",
                "Lumen Vision Ltd",
                "IE",
                Partner.PartnerRole.CONTROLLER,
                new EmailAddress("privacy@lumen.example"),
                Partner.Channel.WEBHOOK,
                Duration.ofDays(14));
        var question = new Question(
                new ObligationId(UUID.randomUUID()),
                company.id(),
                new Reference("Q-7Q4M-2KX9"),
                false,
                3,
                LocalDate.parse("2026-12-03"),
                0,
                true);
        return new Message.About("msg_1", company, Instant.parse("2026-11-03T09:00:00Z"), Errand.ASK, question, false);
    }
}
