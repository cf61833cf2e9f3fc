package io.retrace.obligations;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.retrace.agents.AgentDetails;
import io.retrace.agents.AgentRegistry;
import io.retrace.agents.FilingId;
import io.retrace.agents.MyFilings;
import io.retrace.obligations.World.Member;
import io.retrace.requests.Submission;
import io.retrace.testing.SigningAgent;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A registered agent with its token, at the real door. */
final class AgentClient {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final SigningAgent agent = new SigningAgent("AGENT_" + COUNT.incrementAndGet());
    private final World world;
    private final MockMvc http;
    private final String address = "203.0.113." + (COUNT.get() % 250) + "-" + COUNT.get(); // each is counted apart
    private String token = "";

    private AgentClient(World world) {
        this.world = world;
        this.http = MockMvcBuilders.standaloneSetup(world.named("agentController"))
                .setControllerAdvice(world.named("problems"))
                .build();
    }

    static AgentClient unpaired(World world) {
        var client = new AgentClient(world);
        client.register(client.agent, true);
        return client;
    }

    static AgentClient paired(World world) {
        var client = unpaired(world);
        client.token = JsonPath.read(text(client.pair()), "$.token");
        return client;
    }

    /** Writes it down as a support lead: this key under this client’s id. */
    void register(SigningAgent key, boolean active) {
        var details =
                AgentDetails.parse(agent.id, "Agent " + agent.id, key.verifyKey(), "https://agent.example/drp", active);
        SignedIn.lead("lead", world.now(), () -> world.bean(AgentRegistry.class).register(details));
    }

    MockHttpServletResponse pair() {
        return pair(agent.id, agent.sign(agent.message(world.now())));
    }

    MockHttpServletResponse pair(String id, String body) {
        return call(post("/v1/agent/{id}", id).content(body), "");
    }

    MockHttpServletResponse probe(String id) {
        return call(get("/v1/agent/{id}", id), token);
    }

    MockHttpServletResponse file(String exercise, String name, String email) {
        return send(agent.exercise(world.now(), exercise, name, email));
    }

    MockHttpServletResponse send(Map<String, ?> message) {
        return send(agent.sign(message));
    }

    MockHttpServletResponse send(String body) {
        return call(post("/v1/data-rights-request").content(body), token);
    }

    MockHttpServletResponse read(String id) {
        return call(get("/v1/data-rights-request/{id}", id), token);
    }

    MockHttpServletResponse revoke(String id) {
        return call(delete("/v1/data-rights-request/{id}", id).content(agent.sign("{\"reason\": \"\"}")), token);
    }

    /** Status and reason, such as {@code denied/other}. */
    String stands(String id) {
        return words(read(id));
    }

    Submission confirm(Member member, String id) {
        return world.as(member, () -> world.bean(MyFilings.class).confirm(filing(id)));
    }

    void decline(Member member, String id) {
        world.as(member, () -> {
            world.bean(MyFilings.class).decline(filing(id));
            return id;
        });
    }

    /** Takes what waits for agents’ filings off the queue, or it would end in the middle of another test. */
    static void forgetJobs(World world) {
        world.db()
                .sql(
                        "delete from scheduled_tasks where task_name in ('seek-person', 'lapse-agent-request', 'tell-agent')")
                .update();
    }

    static FilingId filing(String id) {
        return new FilingId(UUID.fromString(id));
    }

    static String id(MockHttpServletResponse answer) {
        return JsonPath.read(text(answer), "$.request_id");
    }

    static String words(MockHttpServletResponse answer) {
        Map<String, Object> status = JsonPath.read(text(answer), "$");
        var reason = status.get("reason");
        return status.get("status") + (reason == null ? "" : "/" + reason);
    }

    static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call, String bearer) {
        try {
            if (!bearer.isEmpty()) call.header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
            return http.perform(call.contentType(MediaType.TEXT_PLAIN).remoteAddress(address))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
