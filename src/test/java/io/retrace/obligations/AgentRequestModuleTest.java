package io.retrace.obligations;

import static io.retrace.obligations.AgentClient.id;
import static io.retrace.obligations.AgentClient.text;
import static io.retrace.obligations.AgentClient.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.retrace.agents.Agent;
import io.retrace.agents.AgentDetails;
import io.retrace.agents.AgentId;
import io.retrace.agents.AgentRegistry;
import io.retrace.agents.FilingDesk;
import io.retrace.agents.MyFilings;
import io.retrace.agents.Standing;
import io.retrace.identity.spi.PersonalDataStep;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What becomes of what an agent files: nothing without its person. */
class AgentRequestModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final String address = world.account(ada);
    private final Company lumen = world.company();
    private final AgentClient client = AgentClient.paired(world);

    @BeforeEach
    void a_company_has_a_photo() {
        world.photo(ada, lumen);
    }

    @AfterEach
    void forgetJobs() {
        AgentClient.forgetJobs(world);
    }

    @Test
    @UseCase("UC-025/6")
    void only_its_person_signed_in_and_proved_again_makes_a_request_of_it() {
        var filed = filed("deletion", "yes-1");
        assertThat(requests()).isZero();
        var bob = world.member();
        assertThatThrownBy(() -> client.confirm(bob, filed)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SignedIn.memberWithoutStepUp(
                        ada.ref(),
                        world.now(),
                        () -> world.bean(MyFilings.class).confirm(AgentClient.filing(filed))))
                .isInstanceOf(StepUpRequired.class);
        assertThat(requests()).isZero();
        assertThat(waiting(ada)).isEqualTo(1);
        assertThat(waiting(bob)).isZero();
        var request = ((Submission.Accepted) client.confirm(ada, filed)).request();
        assertThat(requests()).isEqualTo(1);
        assertThat(request.status()).isEqualTo(RequestStatus.RECEIVED);
        assertThat(client.stands(filed)).isEqualTo("in_progress");
        assertThatThrownBy(() -> client.confirm(ada, filed)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> client.decline(ada, filed)).isInstanceOf(Conflict.class);
        assertThat(waiting(ada)).isZero();
        var by = world.asSupport(() -> world.bean(FilingDesk.class).of(request.id()));
        assertThat(by).singleElement().satisfies(one -> {
            assertThat(one.agent().value()).isEqualTo(client.agent.id);
            assertThat(one.merged()).isFalse();
            assertThat(one.told()).isEqualTo(Standing.IN_PROGRESS);
        });
    }

    @Test
    @UseCase("UC-025/8")
    void it_is_fulfilled_when_every_company_has_erased_all_of_it() {
        var filed = filed("deletion", "done-1");
        var request = ((Submission.Accepted) client.confirm(ada, filed)).request();
        world.until(request.undoUntil());
        world.deliverAll();
        assertThat(client.stands(filed)).isEqualTo("in_progress");
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.runDue();
        assertThat(client.stands(filed)).isEqualTo("fulfilled");
    }

    @Test
    @UseCase("UC-025/7")
    void no_answer_tells_whether_there_is_such_a_person_or_what_they_decided() {
        var known = filed("deletion", "known");
        var stranger = id(client.file("deletion", "unknown", "nobody-" + ada.ref() + "@member.example"));
        var declined = filed("deletion", "declined");
        world.runDue();
        client.decline(ada, declined);
        for (var when : new Duration[] {Duration.ZERO, Duration.ofDays(29), Duration.ofDays(2)}) {
            world.forward(when);
            var expected = sameForAll(stranger);
            assertThat(sameForAll(known)).isEqualTo(expected);
            assertThat(sameForAll(declined)).isEqualTo(expected);
        }
        assertThat(client.stands(known)).isEqualTo("denied/insuf_verification");
        assertThat(text(client.revoke(known))).isEqualTo(text(client.revoke(stranger)));
        assertThat(text(client.revoke(declined))).isEqualTo(text(client.revoke(stranger)));
        assertThatThrownBy(() -> client.confirm(ada, known)).isInstanceOf(Conflict.class);
    }

    @Test
    @UseCase("UC-025/9")
    void its_agent_takes_it_back_until_it_has_gone_out() {
        var waiting = filed("deletion", "back-1");
        assertThat(words(client.revoke(waiting))).isEqualTo("revoked");
        assertThat(words(client.revoke(waiting))).as("twice").isEqualTo("revoked");
        assertThatThrownBy(() -> client.confirm(ada, waiting)).isInstanceOf(Conflict.class);
        var confirmed = filed("deletion", "back-2");
        var request = ((Submission.Accepted) client.confirm(ada, confirmed)).request();
        assertThat(words(client.revoke(confirmed))).isEqualTo("revoked");
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(words(client.revoke(confirmed))).as("twice").isEqualTo("revoked");
        var late = filed("deletion", "back-3");
        var gone = ((Submission.Accepted) client.confirm(ada, late)).request();
        world.until(gone.undoUntil());
        assertThat(client.revoke(late).getStatus()).isEqualTo(409);
        assertThat(world.current(ada, gone).status()).isEqualTo(RequestStatus.UNDERWAY);
    }

    @Test
    @UseCase("UC-025/9")
    void what_the_person_asked_before_is_not_its_agents_to_take_back() {
        var own = world.ask(ada);
        var filed = filed("deletion", "merged-1");
        assertThat(client.confirm(ada, filed)).isInstanceOf(Submission.Merged.class);
        assertThat(client.stands(filed)).isEqualTo("in_progress");
        assertThat(words(client.revoke(filed))).isEqualTo("revoked");
        assertThat(world.current(ada, own).status()).isEqualTo(RequestStatus.RECEIVED);
    }

    @Test
    @UseCase("UC-025/8")
    void a_copy_is_asked_for_likewise_and_who_holds_nothing_is_said_to_nobody_but_after_a_yes() {
        var copy = filed("access:specific", "copy-1");
        assertThat(client.confirm(ada, copy)).isInstanceOf(Submission.Accepted.class);
        var bob = world.member();
        var empty = id(client.file("deletion", "empty-1", world.account(bob)));
        world.runDue();
        assertThat(client.stands(empty)).isEqualTo("in_progress/need_user_verification");
        assertThat(client.confirm(bob, empty)).isInstanceOf(Submission.NothingToErase.class);
        assertThat(client.stands(empty)).isEqualTo("denied/no_match");
    }

    @Test
    @UseCase("UC-025/11")
    void the_address_is_kept_sealed_and_only_until_it_was_looked_for() {
        var filed = AgentClient.id(client.file("deletion", "sealed-1", address));
        var kept = world.db()
                .sql("select address from agent_filing where id = ?::uuid")
                .param(filed)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("member.example");
        world.runDue();
        assertThat(world.db()
                        .sql(
                                "select count(*) from agent_filing where id = ?::uuid and address is null and subject_id = ?")
                        .params(filed, ada.subject().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @UseCase("UC-025/11")
    void what_was_filed_for_a_person_goes_with_them() {
        var waiting = filed("deletion", "erased-1");
        var confirmed = filed("access", "erased-2");
        client.confirm(ada, confirmed);
        ((PersonalDataStep) world.named("eraseFilings")).erase(ada.subject());
        var nobodys = text(client.read(UUID.randomUUID().toString()));
        assertThat(text(client.read(waiting))).isEqualTo(nobodys);
        assertThat(text(client.read(confirmed))).isEqualTo(nobodys);
    }

    @Test
    @UseCase("UC-025/10")
    void its_agent_is_told_by_the_queue_whenever_its_request_moves() {
        var message = client.agent.exercise(world.now(), "deletion", "told-1", address);
        message.put("status_callback", "https://agent.example/callbacks/7f3e");
        var filed = id(client.send(message));
        world.runDue();
        var request = ((Submission.Accepted) client.confirm(ada, filed)).request();
        assertThat(callbacks(filed)).as("confirmed").isEqualTo(1);
        world.until(request.undoUntil());
        assertThat(callbacks(filed)).as("gone out").isEqualTo(2);
        world.deliverAll();
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.runDue();
        assertThat(callbacks(filed)).as("done").isEqualTo(3);
        var silent = filed("deletion", "told-2");
        client.confirm(ada, silent);
        assertThat(callbacks(silent)).as("who named no address").isZero();
    }

    @Test
    @UseCase("UC-025/14")
    void nobody_is_written_to_more_than_three_times_a_day() {
        for (int i = 0; i < 5; i++) filed("deletion", "many-" + i);
        var told = world.db()
                .sql("""
                        select count(*) from evidence_opening
                         where subject_id = ? and convert_from(body, 'UTF8')::jsonb ->> 'told' = 'true'""")
                .param(ada.subject().value())
                .query(Integer.class)
                .single();
        assertThat(told).isEqualTo(3);
        assertThat(waiting(ada)).isEqualTo(5);
    }

    @Test
    @UseCase("UC-025/13")
    void only_a_lead_who_proved_it_registers_agents() {
        var registry = world.bean(AgentRegistry.class);
        var key = client.agent.verifyKey();
        var details = AgentDetails.parse("AGENT_NEW", "Agent", key, "https://agent.example", true);
        assertThatThrownBy(() -> world.asSupport(() -> registry.register(details)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> SignedIn.lead("lead", Instant.EPOCH, () -> registry.register(details)))
                .isInstanceOf(StepUpRequired.class);
        for (var url : List.of("http://agent.example", "https://127.0.0.1", "https://user@agent.example")) {
            var bad = AgentDetails.parse("AGENT_NEW", "Agent", key, url, true);
            assertThatThrownBy(() -> SignedIn.lead("lead", world.now(), () -> registry.register(bad)))
                    .isInstanceOfSatisfying(
                            RuleViolation.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("endpoint"));
        }
        malformed("id", () -> AgentDetails.parse("no id", "Agent", key, "https://agent.example", true));
        malformed("name", () -> AgentDetails.parse("AGENT_NEW", " ", key, "https://agent.example", true));
        malformed("verify_key", () -> AgentDetails.parse("AGENT_NEW", "A", "AAAA", "https://agent.example", true));
        malformed("endpoint", () -> AgentDetails.parse("AGENT_NEW", "A", key, "no address", true));
        assertThat(world.asSupport(registry::agents)).extracting(Agent::id).doesNotContain(new AgentId("AGENT_NEW"));
    }

    private static void malformed(String field, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private int callbacks(String filed) {
        return world.db()
                .sql(
                        "select count(*) from scheduled_tasks where task_name = 'tell-agent' and task_instance like ? || ':%'")
                .param(filed)
                .query(Integer.class)
                .single();
    }

    private String filed(String exercise, String name) {
        var filed = id(client.file(exercise, name, address));
        world.runDue();
        return filed;
    }

    /** All that an agent reads, but what names the filing. */
    private Map<String, Object> sameForAll(String filed) {
        Map<String, Object> read = JsonPath.read(text(client.read(filed)), "$");
        read.keySet().removeAll(Set.of("request_id", "agent_request_id", "user_verification_url"));
        return read;
    }

    private int waiting(Member member) {
        return world.as(member, () -> world.bean(MyFilings.class).waiting()).size();
    }

    private int requests() {
        return world.as(ada, () -> world.requests().all()).size();
    }
}
