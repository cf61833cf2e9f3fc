package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.testing.UseCase;
import jakarta.servlet.Filter;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Recipients by API, through the filter that repeats commands. */
class OnwardApiModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private MockMvc api;
    private ObligationId id;

    @BeforeEach
    void ask() {
        api = MockMvcBuilders.standaloneSetup(world.named("onwardController"))
                .setControllerAdvice(world.named("problems"))
                .addFilters((Filter) world.named("repeatedCommands"))
                .build();
        world.photo(ada, lumen);
        id = world.obligation(world.asked(ada).id(), lumen);
    }

    @Test
    @UseCase({"UC-026/1", "UC-026/2"})
    void a_recipient_is_named_read_and_not_contradicted() throws Exception {
        var told = "{\"recipient\":\"Harbour Data\",\"told_on\":\"" + world.today() + "\"}";
        assertThat(report(lumen, told).getStatus()).isEqualTo(201);
        assertThat(report(lumen, told).getStatus()).isEqualTo(200);
        assertThat(perform(lumen, get("/api/v1/obligations/{id}/onward", id)).getContentAsString())
                .contains("\"recipient\":\"Harbour Data\"", "\"word\":\"asked\"")
                .doesNotContain("domain");
        var other =
                "{\"recipient\":\"Harbour Data\",\"told_on\":\"" + world.today().minusDays(1) + "\"}";
        assertThat(report(lumen, other).getStatus()).isEqualTo(409);
        assertThat(report(lumen, "{\"recipient\":\"\"}").getStatus()).isEqualTo(422);
    }

    @Test
    @UseCase("UC-026/2")
    void a_command_under_its_key_gets_its_first_answer_again() throws Exception {
        var key = "key-" + UUID.randomUUID();
        var first = report(lumen, "{\"recipient\":\"Harbour Data\"}", key);
        var again = report(lumen, "{\"recipient\":\"Harbour Data\"}", key);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(report(lumen, "{\"recipient\":\"Another\"}", key).getStatus())
                .isEqualTo(422);
    }

    @Test
    @UseCase("UC-026/9")
    void what_is_foreign_answers_like_what_is_unknown() throws Exception {
        assertThat(report(beacon, "{\"recipient\":\"Harbour Data\"}").getStatus())
                .isEqualTo(404);
        assertThat(perform(beacon, get("/api/v1/obligations/{id}/onward", id)).getStatus())
                .isEqualTo(404);
        assertThat(perform(beacon, get("/api/v1/obligations/{id}/onward", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse report(Company by, String body) {
        return report(by, body, "key-" + UUID.randomUUID());
    }

    private MockHttpServletResponse report(Company by, String body, String key) {
        return perform(
                by,
                post("/api/v1/obligations/{id}/onward", id)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private MockHttpServletResponse perform(Company by, RequestBuilder call) {
        return SignedIn.company(by.slug(), () -> {
            try {
                return api.perform(call).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
