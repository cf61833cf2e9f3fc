package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.ApiTokens;
import io.retrace.testing.RunningRetrace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Programs at the door of the API, with real tokens of the real Keycloak. */
class ApiAccessIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final String OBLIGATIONS = "/api/v1/obligations?state=open";

    @Test
    void without_a_token_the_answer_is_401_as_a_problem() throws Exception {
        var answer = get(OBLIGATIONS, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).startsWith("Bearer"));
        assertProblem(answer, 401);
    }

    @Test
    void a_forged_token_is_401_and_says_nothing_about_why() throws Exception {
        var token = ApiTokens.of("company-lumen-vision", RETRACE);
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        var answer = get(OBLIGATIONS, forged);

        assertProblem(answer, 401);
        assertThat(answer.body()).doesNotContain("signature", "jwt", "exception");
    }

    @Test
    void a_client_of_another_role_is_403_as_a_problem() throws Exception {
        assertProblem(get(OBLIGATIONS, ApiTokens.of("platform", RETRACE)), 403);
    }

    @Test
    void a_company_reads_its_own_obligations() throws Exception {
        assertThat(get(OBLIGATIONS, ApiTokens.of("company-lumen-vision", RETRACE))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_unknown_path_of_the_api_is_404_and_no_page() throws Exception {
        var answer = get("/api/v1/nothing", ApiTokens.of("platform", RETRACE));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/shutdown"})
    void the_inside_of_the_machine_is_shown_to_nobody(String path) throws Exception {
        assertThat(get(path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void probes_and_the_description_of_the_api_are_open_and_real() throws Exception {
        for (var path : List.of("/livez", "/readyz")) {
            assertThat(get(path, null).body()).as(path).contains("\"UP\"");
        }
        assertThat(get("/v3/api-docs", null).body())
                .contains("/api/v1/photos", "/api/v1/disclosures", "\"title\":\"Retrace\"", RETRACE.tokenUrl());
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("type").asString()).startsWith("urn:retrace:problem:");
    }

    private static HttpResponse<String> get(String path, @Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RETRACE.portal() + path));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
