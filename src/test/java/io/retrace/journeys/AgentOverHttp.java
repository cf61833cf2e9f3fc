package io.retrace.journeys;

import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SigningAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authorised agent with a key of its own, over real HTTP. */
final class AgentOverHttp {

    final SigningAgent agent;
    private final RunningRetrace retrace;
    private String token = "";

    AgentOverHttp(String id, RunningRetrace retrace) {
        this.agent = new SigningAgent(id);
        this.retrace = retrace;
    }

    /** @param body empty if there was none */
    record Answer(int status, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** Status and reason, such as {@code denied/other}. */
        String words() {
            var reason = json().path("reason").asString("");
            return json().path("status").asString() + (reason.isEmpty() ? "" : "/" + reason);
        }

        String id() {
            return json().path("request_id").asString();
        }
    }

    Answer pair() {
        var answer = send("POST", "/v1/agent/" + agent.id, agent.sign(agent.message(Instant.now())));
        if (answer.status() == 200) token = answer.json().path("token").asString();
        return answer;
    }

    Answer erase(String name, String email) {
        return exercise(agent.sign(agent.exercise(Instant.now(), "deletion", name, email)));
    }

    Answer exercise(String body) {
        return send("POST", "/v1/data-rights-request", body);
    }

    Answer read(String id) {
        return send("GET", "/v1/data-rights-request/" + id, "");
    }

    Answer revoke(String id) {
        return send("DELETE", "/v1/data-rights-request/" + id, agent.sign("{\"reason\": \"asked to stop\"}"));
    }

    private Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(retrace.portal() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
