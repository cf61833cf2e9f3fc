package io.retrace.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.PackageId;
import io.retrace.access.PackagePrepared;
import io.retrace.identity.SubjectId;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.ObligationAcknowledged;
import io.retrace.obligations.ObligationAnswered;
import io.retrace.obligations.ObligationAsked;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.ObligationReminded;
import io.retrace.obligations.ObligationSilent;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestMerged;
import io.retrace.requests.RequestReceived;
import io.retrace.requests.RequestReleased;
import io.retrace.requests.RequestSettled;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.RequestWithdrawn;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.IllegalTransactionStateException;

class NotificationsModuleTest {

    private static final Instant AT = Instant.parse("2026-11-03T09:00:00Z");
    private static final RequestId REQUEST = new RequestId(UUID.randomUUID());
    private static final ObligationId OBLIGATION = new ObligationId(UUID.randomUUID());
    private static final SubjectId NOBODY = new SubjectId(UUID.randomUUID());

    private final NotificationsWorld world = new NotificationsWorld();
    private final SubjectId person = world.people.person(Locale.ENGLISH);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("changesThatMatter")
    @UseCase({"UC-012/14"})
    void every_change_that_matters_to_a_person_sends_one_mail(Function<SubjectId, DomainEvent> change, String says)
            throws Exception {
        world.publish(change.apply(person));
        world.work();
        var mails = world.mail.getReceivedMessages();
        assertThat(mails).hasSize(1);
        var reference = world.references.reference(REQUEST).value();
        assertThat(mails[0].getSubject()).isEqualTo("An update on your request " + reference);
        assertThat(mails[0].getAllRecipients()[0]).hasToString("someone@members.example");
        assertThat(text(mails[0]))
                .contains(says, reference, "https://retrace.example/requests/" + reference, "a person reads it");
        assertThat(world.ending()).isEqualTo("SENT");
        assertThat(world.open()).isZero();
    }

    @ParameterizedTest
    @MethodSource("changesThatDoNot")
    void one_mail_stands_for_all_companies_that_are_asked(DomainEvent change) {
        world.publish(change);
        assertThat(world.open()).isZero();
    }

    @Test
    void what_is_rolled_back_is_never_written_about() {
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.publishBare(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(world.open()).isZero();
        assertThat(world.jdbc.sql("select count(*) from mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void nothing_is_planned_outside_a_transaction() {
        assertThatThrownBy(() -> world.publishBare(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_person_is_written_to_in_their_language() throws Exception {
        world.publish(new RequestReleased(REQUEST, RequestKind.ERASURE, world.people.person(Locale.GERMANY), AT));
        world.work();
        var mail = world.mail.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("Neues zu Ihrer Anfrage R-");
        assertThat(mail.getContentLanguage()).containsExactly("de");
    }

    @Test
    void with_keycloak_away_the_mail_waits() {
        world.people.away(true);
        world.publish(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT));
        world.work();
        for (int i = 0; i < 20; i++) world.workNext();
        assertThat(world.mail.getReceivedMessages()).isEmpty();
        world.people.away(false);
        world.workNext();
        assertThat(world.mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void with_the_mail_server_away_it_is_tried_for_days_and_then_given_up_aloud() {
        world.mail.stop();
        world.publish(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT));
        world.work();
        assertThat(Duration.between(AT, world.next())).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        while (world.open() > 0) world.workNext();
        assertThat(Duration.between(AT, world.clock.instant())).isBetween(Duration.ofDays(4), Duration.ofDays(5));
        assertThat(world.ending()).isEqualTo("GAVE_UP");
    }

    @Test
    void a_mail_server_that_comes_back_gets_it_under_one_message_id() throws Exception {
        world.publish(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT));
        world.work();
        world.jdbc.sql("update mail set ended_at = null, ending = null").update(); // as if we had died before noting it
        world.jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        select 'mail', id::text, convert_to(json_build_object('mail', id, 'occasion', occasion,
                            'subject', subject_id, 'request', request_id)::text, 'UTF8'), planned_at, false, 1 from mail
                        """).update();
        world.work();
        var mails = world.mail.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).matches("<mail-[0-9a-f-]{36}@retrace\\.example>");
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
    }

    @Test
    void an_account_that_is_gone_is_not_written_to() {
        world.publish(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT));
        world.people.leaves(person);
        world.work();
        assertThat(world.mail.getReceivedMessages()).isEmpty();
        assertThat(world.ending()).isEqualTo("NO_ACCOUNT");
        assertThat(world.open()).isZero();
    }

    @Test
    void no_address_is_kept() {
        world.publish(new RequestReleased(REQUEST, RequestKind.ERASURE, person, AT));
        assertThat(world.jdbc
                        .sql("select convert_from(task_data, 'UTF8') from scheduled_tasks")
                        .query(String.class)
                        .single())
                .contains(REQUEST.toString(), person.toString())
                .doesNotContain("@", "someone");
        world.work();
        assertThat(world.jdbc
                        .sql("select row_to_json(mail)::text from mail")
                        .query(String.class)
                        .single())
                .doesNotContain("@", "someone");
    }

    static Stream<Arguments> changesThatMatter() {
        return Stream.of(
                change(
                        subject -> new RequestReceived(REQUEST, RequestKind.ERASURE, subject, 2, 3, AT),
                        "We have your request"),
                change(subject -> new RequestReceived(REQUEST, RequestKind.ACCESS, subject, 2, 3, AT), "is on its way"),
                change(subject -> new RequestMerged(REQUEST, subject, AT), "Already part of"),
                change(subject -> new RequestWithdrawn(REQUEST, subject, AT), "was taken back"),
                change(subject -> new RequestReleased(REQUEST, RequestKind.ERASURE, subject, AT), "is on its way"),
                change(subject -> new RequestSettled(REQUEST, subject, RequestStatus.DONE, AT), "has a result"),
                change(subject -> new ObligationSilent(OBLIGATION, REQUEST, subject, AT), "One answer to"),
                change(
                        subject -> new ObligationAnswered(
                                OBLIGATION,
                                REQUEST,
                                subject,
                                1,
                                CompanyWord.CONFIRMED_DELETED,
                                Sha256.of(new byte[0]),
                                AT),
                        "There is an answer to"),
                change(
                        subject -> new PackagePrepared(
                                new PackageId(UUID.randomUUID()), REQUEST, subject, Sha256.of(new byte[0]), AT),
                        "Something is ready for"));
    }

    static Stream<DomainEvent> changesThatDoNot() {
        return Stream.of(
                new RequestReleased(REQUEST, RequestKind.ACCESS, NOBODY, AT), // its first mail said so already
                new ObligationAsked(OBLIGATION, REQUEST, NOBODY, "msg_1", AT),
                new ObligationReminded(OBLIGATION, REQUEST, NOBODY, 1, false, AT),
                new ObligationAcknowledged(OBLIGATION, REQUEST, NOBODY, AT));
    }

    private static Arguments change(Function<SubjectId, DomainEvent> event, String says) {
        return Arguments.of(event, says);
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }
}
