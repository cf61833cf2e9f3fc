package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.FileIntake;
import io.retrace.evidence.Receipts;
import io.retrace.identity.MailDeclarant;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

/** What a code out of a mailbox lets somebody do, and what not. */
class MailDeclarantModuleTest {

    private static final EmailAddress CONTACT = new EmailAddress("privacy@company.example");

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company harbour = world.company();
    private final Company other = world.company();
    private SubjectRequest request;
    private ObligationId id;

    @BeforeEach
    void ask() {
        world.photo(ada, harbour, other);
        request = world.asked(ada);
        id = world.obligation(request.id(), harbour);
    }

    @Test
    @UseCase("UC-016/7")
    void it_answers_by_the_same_rules_and_the_proof_names_mailbox_moment_and_level() {
        var codeAt = world.now();
        var form = Forms.erased("answer-0001", world.today(), null);
        var receipt = declaring(() -> world.desk().attest(id, form));
        assertThat(receipt.attestation().outcome()).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        assertThat(world.company(ada, request, harbour).word()).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        assertThat(declaring(() -> world.desk().attest(id, form)).replayed())
                .as("a second tab")
                .isTrue();
        assertThatThrownBy(() ->
                        declaring(() -> world.desk().attest(id, Forms.erased("answer-0002", world.today(), null))))
                .as("answered already")
                .isInstanceOf(Conflict.class);
        world.answer(other, request, Forms.erased("answer-0003", world.today(), null));
        world.runDue();
        world.forward(Duration.ofSeconds(10));
        var receipts = world.bean(Receipts.class);
        var bound = receipts.ofRequest(request.id()).stream()
                .flatMap(issued -> receipts.fileOf(issued.id())
                        .orElseThrow()
                        .statement()
                        .path("companies")
                        .valueStream())
                .map(company -> JsonMapper.shared()
                        .readTree(company.at("/signature/signed").asString()))
                .filter(signed -> signed.path("organisation").asString().equals(harbour.slug()))
                .findFirst()
                .orElseThrow();
        assertThat(bound.path("acr").asString()).isEqualTo("mail-code");
        assertThat(bound.path("mail_domain").asString()).isEqualTo(CONTACT.domain());
        assertThat(bound.path("auth_time").asString()).isEqualTo(codeAt.toString());
        assertThat(bound.path("subject").asString()).isEqualTo("mail-link:" + id);
    }

    @Test
    @UseCase("UC-016/6")
    void another_question_is_like_one_that_does_not_exist() {
        var foreign = world.obligation(request.id(), other);
        var later = world.member();
        world.photo(later, harbour);
        var ours = world.obligation(world.asked(later).id(), harbour);
        for (var closed : new ObligationId[] {foreign, ours, new ObligationId(UUID.randomUUID())}) {
            unknown(() -> declaring(() -> world.desk().obligation(closed)));
            unknown(() -> declaring(() -> world.desk().items(closed, null, 10)));
            unknown(() -> declaring(() -> world.desk().acknowledge(closed, null)));
            unknown(() ->
                    declaring(() -> world.desk().attest(closed, Forms.erased("answer-0001", world.today(), null))));
            unknown(() -> declaring(() -> world.bean(FileIntake.class).files(closed)));
        }
        assertThatThrownBy(() -> declaring(() -> world.desk().inbox(false, null, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @UseCase("UC-016/6")
    void it_ends_after_eight_hours() {
        var who = declarant(CONTACT);
        world.forward(Duration.ofHours(8));
        assertThat(SignedIn.byMailLink(who, () -> world.desk().obligation(id)).id())
                .isEqualTo(id);
        world.forward(Duration.ofSeconds(1));
        unknown(() -> SignedIn.byMailLink(who, () -> world.desk().obligation(id)));
    }

    @Test
    @UseCase("UC-016/6")
    void it_ends_when_the_company_names_another_address() {
        var who = declarant(new EmailAddress("somebody.who.left@company.example"));
        unknown(() -> SignedIn.byMailLink(who, () -> world.desk().obligation(id)));
        unknown(() -> SignedIn.byMailLink(
                who, () -> world.desk().attest(id, Forms.erased("answer-0001", world.today(), null))));
    }

    @Test
    @UseCase("UC-016/7")
    void it_acknowledges_and_amends_like_everybody_who_answers() {
        assertThat(declaring(() -> world.desk().acknowledge(id, world.today())).acknowledgedAt())
                .isNotNull();
        declaring(() -> world.desk().attest(id, Forms.erased("answer-0001", world.today(), null)));
        var amended = declaring(
                () -> world.desk().attest(id, Forms.erased("answer-0002", world.today(), "a backup turned up")));
        assertThat(amended.attestation().version()).isEqualTo(2);
    }

    @Test
    @UseCase({"UC-016/6", "UC-016/7"})
    void it_takes_the_proof_of_its_own_answer_and_of_no_other() {
        declaring(() -> world.desk().attest(id, Forms.erased("answer-0001", world.today(), null)));
        var proof = JsonMapper.shared()
                .readTree(declaring(() -> world.bean(AnswerRecord.class).proof(id)));
        assertThat(proof.at("/proof/company").asString()).isEqualTo(harbour.slug());
        var foreign = world.obligation(request.id(), other);
        unknown(() -> declaring(() -> world.bean(AnswerRecord.class).proof(foreign)));
        assertThatThrownBy(() -> declaring(() -> world.bean(AnswerRecord.class).punctuality()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static void unknown(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        NotFound.class, refusal -> assertThat(refusal.key()).isEqualTo("error.obligation-not-found"));
    }

    private MailDeclarant declarant(EmailAddress mailbox) {
        return new MailDeclarant(harbour.slug(), id.value(), mailbox, world.now());
    }

    private <T> T declaring(Supplier<T> action) {
        return SignedIn.byMailLink(declarant(CONTACT), action);
    }
}
