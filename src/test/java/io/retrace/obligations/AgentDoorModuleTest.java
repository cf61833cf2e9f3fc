package io.retrace.obligations;

import static io.retrace.obligations.AgentClient.id;
import static io.retrace.obligations.AgentClient.text;
import static io.retrace.obligations.AgentClient.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.retrace.agents.AgentDoor;
import io.retrace.agents.Refused;
import io.retrace.testing.SigningAgent;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the door for agents takes and refuses, and how it says so. */
class AgentDoorModuleTest {

    private final World world = World.shared();
    private final AgentClient client = AgentClient.paired(world);
    private final SigningAgent agent = client.agent;

    @AfterEach
    void forgetJobs() {
        AgentClient.forgetJobs(world);
    }

    @Test
    @UseCase("UC-025/2")
    void the_checks_come_in_the_order_of_the_protocol_and_the_first_that_fails_is_told() {
        var other = new SigningAgent(agent.id);
        var message = new LinkedHashMap<String, Object>(Map.of(
                "agent-id",
                "SOMEBODY_ELSE",
                "business-id",
                "OTHER_BUSINESS",
                "issued-at",
                world.now().plusSeconds(60).toString(),
                "expires-at",
                world.now().minusSeconds(60).toString()));
        refused(client.send("{}"), 400, true, "Base64");
        refused(client.send(other.sign(message)), 403, true, "signature");
        refused(client.send(message), 403, true, "agent-id");
        message.put("agent-id", agent.id);
        refused(client.send(message), 403, true, "business-id");
        message.put("business-id", SigningAgent.BUSINESS);
        refused(client.send(message), 400, false, "issued-at");
        message.put("issued-at", world.now().minusSeconds(120).toString());
        refused(client.send(message), 400, true, "expires-at");
        message.put("expires-at", world.now().plusSeconds(60).toString());
        refused(client.send(message), 400, true, "drp.version");
        message.put("drp.version", "1.0");
        refused(client.send(message), 400, true, "exercise");
        message.put("exercise", "access");
        assertThat(client.send(message).getStatus()).isEqualTo(200);
    }

    @Test
    @UseCase("UC-025/2")
    void times_count_to_the_moment() {
        var message = agent.exercise(world.now(), "access", "times-1", "x@member.example");
        message.put("issued-at", world.now().toString());
        refused(client.send(message), 400, false, "issued-at");
        message.put("issued-at", world.now().minusNanos(1000).toString());
        message.put("expires-at", world.now().toString());
        refused(client.send(message), 400, true, "expires-at");
        message.put("expires-at", world.now().plus(Duration.ofMinutes(16)).toString());
        refused(client.send(message), 400, true, "15 minutes");
        for (var unreadable : List.of("soon", "2026-11-03T09:00:00", "", "9".repeat(60))) {
            message.put("expires-at", unreadable);
            refused(client.send(message), 400, true, "expires-at");
        }
        message.put("expires-at", world.now().plusSeconds(5).toString().replace("Z", "+00:00"));
        assertThat(client.send(message).getStatus()).isEqualTo(200);
    }

    @Test
    @UseCase("UC-025/1")
    void what_is_signed_and_no_object_or_says_a_thing_twice_is_refused() {
        for (var signed : List.of("[]", "null", "\"text\"", "{", "{} {}", "{\"a\":1,\"a\":2}", "[".repeat(5000)))
            refused(client.send(agent.sign(signed)), 400, true, "JSON");
    }

    @Test
    @UseCase("UC-025/3")
    void a_message_counts_once() {
        var body = agent.sign(agent.exercise(world.now(), "deletion", "once-1", "x@member.example"));
        var first = client.send(body);
        assertThat(first.getStatus()).isEqualTo(200);
        refused(client.send(body), 409, true, "taken before");
        refused(client.send(body + "\n"), 409, true, "taken before");
        var again = client.file("deletion", "once-1", "X@member.example ");
        assertThat(id(again)).isEqualTo(id(first));
        refused(client.file("access", "once-1", "x@member.example"), 409, true, "something else");
        refused(client.file("deletion", "once-1", "y@member.example"), 409, true, "something else");
        assertThat(id(client.file("deletion", "once-2", "x@member.example"))).isNotEqualTo(id(first));
        world.forward(Duration.ofMinutes(11));
        refused(client.send(body), 400, true, "expires-at");
    }

    @Test
    @UseCase("UC-025/4")
    void only_the_newest_token_counts_and_none_of_a_replaced_key_or_an_agent_shut_out() {
        assertThat(text(client.probe(agent.id))).isEqualTo("{}");
        assertThat(client.probe("SOMEBODY_ELSE").getStatus()).isEqualTo(403);
        client.pair();
        assertThat(client.probe(agent.id).getStatus()).as("the token before").isEqualTo(401);
        var shut = AgentClient.paired(world);
        shut.register(shut.agent, false);
        assertThat(shut.probe(shut.agent.id).getStatus()).isEqualTo(401);
        assertThat(shut.pair().getStatus()).isEqualTo(403);
        var rekeyed = AgentClient.paired(world);
        rekeyed.register(new SigningAgent(rekeyed.agent.id), true);
        assertThat(rekeyed.probe(rekeyed.agent.id).getStatus()).isEqualTo(401);
        assertThat(rekeyed.pair().getStatus()).isEqualTo(403);
    }

    @Test
    @UseCase("UC-025/4")
    void a_pairing_that_fails_says_nothing_whatever_was_wrong() {
        var fresh = AgentClient.unpaired(world);
        var message = fresh.agent.message(world.now());
        var body = fresh.agent.sign(message);
        assertThat(JsonPath.<String>read(text(fresh.pair(fresh.agent.id, body)), "$['agent-id']"))
                .isEqualTo(fresh.agent.id);
        message.put("agent-id", agent.id);
        for (var wrong : List.of(
                fresh.pair(fresh.agent.id, body), // taken before
                fresh.pair(fresh.agent.id, "no Base64"),
                fresh.pair(fresh.agent.id, fresh.agent.sign(message)),
                fresh.pair(fresh.agent.id, agent.sign(fresh.agent.message(world.now()))),
                fresh.pair("NOBODY_KNOWN", fresh.agent.sign(fresh.agent.message(world.now()))),
                fresh.pair("not an id", body))) {
            assertThat(wrong.getStatus()).isEqualTo(403);
            assertThat(text(wrong)).isEmpty();
        }
    }

    @Test
    @UseCase("UC-025/5")
    void what_is_anothers_answers_like_what_does_not_exist() {
        var stranger = AgentClient.paired(world);
        var filed = id(client.file("deletion", "mine-1", "x@member.example"));
        var nobodys = text(stranger.read(UUID.randomUUID().toString()));
        assertThat(text(stranger.read(filed))).isEqualTo(nobodys);
        assertThat(text(stranger.revoke(filed))).isEqualTo(nobodys);
        assertThat(text(stranger.read("no id"))).isEqualTo(nobodys);
        assertThat(stranger.read(filed).getStatus()).isEqualTo(403);
        assertThat(client.stands(filed)).isEqualTo("in_progress/need_user_verification");
    }

    @Test
    @UseCase("UC-025/12")
    void too_large_and_too_often_are_refused() {
        refused(client.send("A".repeat(70_000)), 413, true, "64");
        var eager = AgentClient.paired(world);
        var answer = eager.file("access", "eager-0", "x@member.example");
        for (int i = 1; i < 130 && answer.getStatus() == 200; i++) // a minute may end within, but not two
        answer = eager.file("access", "eager-" + i, "x@member.example");
        refused(answer, 429, false, "Come again later");
        assertThat(Integer.parseInt(String.valueOf(answer.getHeader("Retry-After"))))
                .isBetween(1, 60);
        assertThat(client.file("access", "patient-1", "x@member.example").getStatus())
                .as("others")
                .isEqualTo(200);
    }

    @Test
    @UseCase("UC-025/12")
    void who_comes_from_many_addresses_of_one_network_is_counted_once() {
        var door = world.bean(AgentDoor.class);
        assertThatThrownBy(() -> {
                    for (int i = 1; i < 700; i++)
                        door.knock("2001:db8:0:7::%x".formatted(i)); // as above: one minute may end
                })
                .isInstanceOf(Refused.class);
        door.knock("2001:db8:0:8::1");
    }

    @Test
    @UseCase("UC-025/10")
    void a_message_cannot_choose_whom_we_call() {
        var message = agent.exercise(world.now(), "access", "callback-1", "x@member.example");
        for (var elsewhere : List.of(
                "https://agent.example.evil.example/",
                "http://agent.example/",
                "https://agent.example:8443/",
                "https://user@agent.example/",
                "https://agent.example/#x",
                "//agent.example/",
                "not an address")) {
            message.put("status_callback", elsewhere);
            refused(client.send(message), 400, true, "status_callback");
        }
        message.put("status_callback", "https://AGENT.example/callbacks/7f3e");
        assertThat(client.send(message).getStatus()).isEqualTo(200);
    }

    @Test
    @UseCase("UC-025/8")
    void a_right_that_we_do_not_offer_is_an_answer_and_no_error() {
        for (var exercise : List.of("sale:opt-out", "sale:opt-in")) {
            assertThat(words(client.file(exercise, exercise, "x@member.example")))
                    .isEqualTo("denied/claim_not_covered");
        }
        var nameless = agent.message(world.now());
        nameless.put("exercise", "deletion");
        assertThat(words(client.send(nameless))).isEqualTo("denied/insuf_verification");
    }

    private static void refused(MockHttpServletResponse answer, int status, boolean fatal, String says) {
        var body = text(answer);
        assertThat(answer.getStatus()).as(body).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/json");
        Map<String, Object> fault = JsonPath.read(body, "$");
        assertThat(fault.get("code")).as("a string (§3.06)").isEqualTo(Integer.toString(status));
        assertThat(fault.get("fatal")).isEqualTo(fatal ? true : null);
        assertThat(String.valueOf(fault.get("message"))).contains(says);
    }
}
