package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Commands under an Idempotency-Key, through the filter that stands before the controllers. */
class RepeatModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private final String key = "key-" + UUID.randomUUID();
    private MockMvc api;
    private ObligationId id;

    @BeforeEach
    void ask() {
        api = MockMvcBuilders.standaloneSetup(world.named("obligationController"))
                .setControllerAdvice(world.named("problems"))
                .addFilters((Filter) world.named("repeatedCommands"))
                .build();
        world.photo(ada, lumen, beacon);
        id = world.obligation(world.asked(ada).id(), lumen);
    }

    @Test
    @UseCase({"UC-018/3"})
    void the_same_command_gets_the_same_answer_and_is_carried_out_once() throws Exception {
        var body = answer("Dana Ortiz");
        var first = send(lumen, key, "attestations", body);
        var second = send(lumen, '"' + key + '"', "attestations", body);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(second.getContentType()).isEqualTo(first.getContentType());
        assertThat(second.getHeader("Location")).isNotNull().isEqualTo(first.getHeader("Location"));
        assertThat(second.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
        assertThat(rows("inbound_answer where obligation_id = ?")).isEqualTo(1);
    }

    @Test
    @UseCase({"UC-018/3", "UC-018/7"})
    void a_refusal_is_repeated_as_well() throws Exception {
        var first = send(lumen, key, "attestations", "{}");
        var second = send(lumen, key, "attestations", "{}");
        assertThat(first.getStatus()).isEqualTo(422);
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(second.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(rows("inbound_answer where obligation_id = ?")).isEqualTo(1);
    }

    @Test
    @UseCase({"UC-018/4", "UC-018/7"})
    void another_body_or_address_under_the_key_is_refused() throws Exception {
        send(lumen, key, "attestations", answer("Dana Ortiz"));
        var otherBody = send(lumen, key, "attestations", answer("Dina Ortiz"));
        var otherPath = send(lumen, key, "acknowledgement", answer("Dana Ortiz"));
        for (var refused : new MockHttpServletResponse[] {otherBody, otherPath}) {
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(refused.getContentAsString())
                    .contains("urn:retrace:problem:error.repeat.reused", "Idempotency-Key");
        }
    }

    @Test
    @UseCase("UC-018/4")
    void a_command_whose_twin_is_at_work_waits_and_one_that_broke_off_is_carried_out() throws Exception {
        send(lumen, key, "acknowledgement", "{}");
        atWork("10 seconds");
        assertThat(send(lumen, key, "acknowledgement", "{}").getStatus()).isEqualTo(409);
        atWork("61 seconds");
        assertThat(send(lumen, key, "acknowledgement", "{}").getStatus()).isEqualTo(200);
    }

    @Test
    @UseCase("UC-018/4")
    void what_fails_on_our_side_may_be_tried_again_under_its_key() throws Exception {
        var repeats = world.bean(Repeats.class);
        var name = Sha256.of(key.getBytes(StandardCharsets.US_ASCII));
        var asked = Sha256.of(new byte[] {1});
        assertThat(world.as(lumen, () -> repeats.begin(name, asked, id))).isInstanceOf(Repeats.Fresh.class);
        world.as(lumen, () -> {
            repeats.undecided(name);
            return true;
        });
        assertThat(world.as(lumen, () -> repeats.begin(name, asked, id))).isInstanceOf(Repeats.Fresh.class);
    }

    @Test
    @UseCase("UC-018/5")
    void a_key_belongs_to_one_company() throws Exception {
        assertThat(send(lumen, key, "acknowledgement", "{}").getStatus()).isEqualTo(200);
        var foreign = send(beacon, key, "acknowledgement", "{}");
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(foreign.getHeader("Idempotency-Replayed")).isNull();
    }

    @Test
    @UseCase("UC-018/7")
    void a_key_that_is_none_is_refused_and_nothing_is_carried_out() throws Exception {
        for (var none : new String[] {"short", "with a space in it", "x".repeat(201), "ümläüte-key"}) {
            assertThat(send(lumen, none, "attestations", answer("Dana Ortiz")).getStatus())
                    .as(none)
                    .isEqualTo(422);
        }
        assertThat(rows("inbound_answer where obligation_id = ?")).isZero();
    }

    @Test
    @UseCase("UC-018/6")
    void asking_for_time_is_told_and_moves_no_deadline() throws Exception {
        var before = world.as(lumen, () -> world.desk().obligation(id));
        var day = world.today().plusDays(20);
        send(lumen, key, "acknowledgement", "{\"expected_by\": \"" + day + "\"}");
        var after = world.as(lumen, () -> world.desk().obligation(id));
        assertThat(after.expectedBy()).isEqualTo(day);
        assertThat(after.due()).isEqualTo(before.due());
    }

    private void atWork(String since) {
        world.db()
                .sql(
                        "update repeatable_command set status = null, claimed_at = now() - ?::interval where obligation_id = ?")
                .params(since, id.value())
                .update();
    }

    private MockHttpServletResponse send(Company company, String name, String command, String body) {
        return world.as(company, () -> {
            try {
                return api.perform(post("/api/v1/obligations/{id}/{command}", id, command)
                                .header("Idempotency-Key", name)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                        .andReturn()
                        .getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String answer(String name) {
        return """
                {"answer_id": "answer-0001",
                 "subjects": {"photos": "erased", "face_templates": "erased", "derived_data": "erased", "models": "erased"},
                 "method": "erase", "live_erased_on": "%s",
                 "declarant": {"name": "%s", "title": "Data Protection Lead", "perjury": true}}
                """.formatted(world.today(), name);
    }

    private int rows(String of) {
        return world.db()
                .sql("select count(*) from " + of)
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
