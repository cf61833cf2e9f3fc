package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.ObligationSilent;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.UseCase;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Who looks after the contract with a company hears that it keeps silent, at last. */
@Timeout(60)
class OwnerLetterModuleTest {

    private static final EmailAddress OWNER = new EmailAddress("contracts@platform.example");

    private final DeliveryWorld world = new DeliveryWorld();
    private final PartnerId company = world.companies.byPage();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @UseCase("UC-015/15")
    void a_week_after_a_companys_time_ended_its_contract_owner_is_told_once() throws Exception {
        world.companies.owned(company, OWNER);
        var question = world.questions.ask(company);
        var silent = silent(question);
        world.publish(silent);
        world.publish(silent);
        assertThat(world.open()).isEqualTo(1);
        assertThat(Duration.between(world.clock.instant(), world.next())).isEqualTo(Duration.ofDays(7));
        world.work();
        assertThat(world.mail.getReceivedMessages()).isEmpty();
        world.workNext();
        assertThat(world.mail.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()[0]).hasToString(OWNER.value());
            var asked = world.questions.question(question);
            assertThat(mail.getSubject())
                    .isEqualTo(world.companies.partner(company).name() + " has not answered " + asked.reference());
            assertThat(raw(mail)).doesNotContain("http");
        });
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase("UC-015/15")
    void nobody_is_told_of_what_was_answered_in_that_week() {
        world.companies.owned(company, OWNER);
        var question = world.questions.ask(company);
        world.publish(silent(question));
        world.questions.close(question);
        world.workNext();
        assertThat(world.mail.getReceivedMessages()).isEmpty();
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase("UC-015/15")
    void without_a_contract_owner_nobody_is_told() {
        world.publish(silent(world.questions.ask(company)));
        world.workNext();
        assertThat(world.mail.getReceivedMessages()).isEmpty();
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase("UC-015/15")
    void a_mail_server_that_is_away_delays_the_letter_and_does_not_lose_it() {
        world.companies.owned(company, OWNER);
        world.publish(silent(world.questions.ask(company)));
        var server = (JavaMailSenderImpl) world.bean(JavaMailSender.class);
        server.setPort(1);
        world.workNext();
        assertThat(world.open()).isEqualTo(1);
        server.setPort(world.mail.getSmtp().getPort());
        world.workNext();
        assertThat(world.mail.getReceivedMessages()).hasSize(1);
    }

    private ObligationSilent silent(ObligationId question) {
        return new ObligationSilent(
                question, new RequestId(UUID.randomUUID()), new SubjectId(UUID.randomUUID()), world.clock.instant());
    }

    private static String raw(jakarta.mail.internet.MimeMessage mail) throws MessagingException {
        try (var in = mail.getRawInputStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .replace("http://www.w3", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
