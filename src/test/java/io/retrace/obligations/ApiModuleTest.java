package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.retrace.identity.RejectedToken;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.testing.UseCase;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The API as a company meets it: every field it reads, every refusal it gets. The token itself is tested by journeys. */
class ApiModuleTest {

    private static final String ERASED = """
            {"answer_id": "answer-0001",
             "subjects": {"photos": "erased", "face_templates": "erased", "derived_data": "never_held", "models": "erased"},
             "method": "erase", "live_erased_on": "%s",
             "declarant": {"name": "Dana Ortiz", "title": "Data Protection Lead", "perjury": true}}
            """;

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private MockMvc api;
    private SubjectRequest request;
    private ObligationId id;

    @BeforeEach
    void ask() {
        api = MockMvcBuilders.standaloneSetup(world.named("obligationController"))
                .setControllerAdvice(world.named("problems"))
                .build();
        world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
        request = world.asked(ada);
        id = world.obligation(request.id(), lumen);
    }

    @Test
    @UseCase({"UC-005/4", "UC-006/2"})
    void an_obligation_has_these_fields_and_no_others() throws Exception {
        call(lumen, get("/api/v1/obligations/{id}", id))
                .andExpect(status().isOk())
                .andExpect(jsonPath(
                        "$.keys()",
                        containsInAnyOrder(
                                "id",
                                "reference",
                                "kind",
                                "state",
                                "items",
                                "asked_at",
                                "due",
                                "legal",
                                "attestations",
                                "copies",
                                "copy_first")))
                .andExpect(jsonPath("$.reference").value(matchesPattern("O-.{4}-.{4}")))
                .andExpect(jsonPath("$.state").value("asked"))
                .andExpect(jsonPath("$.items").value(2));
    }

    @Test
    @UseCase({"UC-005/4", "UC-006/2"})
    void items_have_these_fields_and_a_reference_that_no_other_company_shares() throws Exception {
        var body = call(lumen, get("/api/v1/obligations/{id}/items", id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(
                        jsonPath("$.items[0].keys()", containsInAnyOrder("ref", "sha256", "disclosed_at", "purposes")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var refs = world.db()
                .sql("select ref::text from obligation_item where subject_id = ? and obligation_id <> ?")
                .param(ada.subject().value())
                .param(id.value())
                .query(String.class)
                .list();
        assertThat(body).doesNotContain(refs.toArray(String[]::new));
        assertThat(body)
                .doesNotContain(
                        ada.subject().toString(),
                        ada.ref(),
                        request.id().toString(),
                        request.reference().value());
    }

    @Test
    void items_come_in_pages() throws Exception {
        var first =
                call(lumen, get("/api/v1/obligations/{id}/items?limit=1", id)).andReturn();
        var next = JsonPath.<String>read(first.getResponse().getContentAsString(), "$.next");
        call(lumen, get("/api/v1/obligations/{id}/items?limit=1&after={next}", id, next))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").value(nullValue()));
    }

    @Test
    void the_inbox_moves_from_open_to_answered() throws Exception {
        call(lumen, get("/api/v1/obligations?state=open"))
                .andExpect(jsonPath("$.items[0].id").value(id.toString()));
        answer(erased()).andExpect(status().isCreated());
        call(lumen, get("/api/v1/obligations")).andExpect(jsonPath("$.items").isEmpty());
        call(lumen, get("/api/v1/obligations?state=answered"))
                .andExpect(jsonPath("$.items[0].state").value("confirmed-deleted"))
                .andExpect(
                        jsonPath("$.items[0].attestations[0].answer.answer_id").value("answer-0001"));
    }

    @Test
    void an_answer_is_created_then_the_same_then_a_conflict_then_amended() throws Exception {
        answer(erased())
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/obligations/" + id + "/attestations/1"))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.outcome").value("confirmed-deleted"));
        answer(erased())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        answer(erased().replace("Dana", "Dina")).andExpect(status().isConflict());
        answer(erased().replace("0001", "0002")).andExpect(status().isConflict());
        answer(erased().replace("0001", "0003")
                        .replace("{\"answer_id\"", "{\"amends\": \"A copy was left.\", \"answer_id\""))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/obligations/" + id + "/attestations/2"));
        call(lumen, get("/api/v1/obligations/{id}/attestations/1", id)).andExpect(status().isOk());
        call(lumen, get("/api/v1/obligations/{id}/attestations/3", id)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @UseCase("UC-005/5")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                       | $.field                 | answer_id",
                "{\"answer\": 1}          | $.field                 | answer",
                "{\"subjects\": 1}        | $.field                 | subjects",
                "{\"subjects\": {\"photos\": \"gone\"}} | $.field   | subjects.photos",
                "{\"exceptions\": [{\"item\": 7}]}      | $.field   | exceptions[0].item",
                "[]                       | $.title                 | Breaks a rule",
            })
    void what_breaks_a_rule_is_422_and_names_the_field(String body, String path, String value) throws Exception {
        answer(body)
                .andExpect(status().isUnprocessableContent())
                .andExpect(header().string("Content-Type", MediaType.APPLICATION_PROBLEM_JSON_VALUE))
                .andExpect(jsonPath(path).value(value))
                .andExpect(jsonPath("$.detail").value(not(startsWith("error."))));
    }

    @Test
    void an_answer_of_more_than_two_megabytes_is_too_large_and_kept_with_its_verdict() throws Exception {
        answer("{\"amends\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}").andExpect(status().is(413));
        assertThat(world.db()
                        .sql("select verdict || octet_length(raw) from inbound_answer where obligation_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("INVALID65536");
    }

    @Test
    @UseCase("UC-005/4")
    void foreign_and_unknown_obligations_get_the_same_words() throws Exception {
        var bodies = new ArrayList<String>();
        for (var some : new Object[] {id, UUID.randomUUID()}) {
            for (var one : new MockHttpServletRequestBuilder[] {
                get("/api/v1/obligations/{id}", some),
                get("/api/v1/obligations/{id}/items", some),
                post("/api/v1/obligations/{id}/acknowledgement", some),
                post("/api/v1/obligations/{id}/attestations", some)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(erased()),
            }) {
                var company = some == id ? world.company() : lumen;
                bodies.add(call(company, one)
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .replace(some.toString(), "…"));
            }
        }
        assertThat(bodies.subList(0, 4)).isEqualTo(bodies.subList(4, 8));
    }

    @Test
    void an_acknowledgement_says_by_when_and_nothing_else() throws Exception {
        var path = "/api/v1/obligations/{id}/acknowledgement";
        call(lumen, post(path, id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("working-on-it"));
        acknowledge("{\"expected_by\": \"" + world.today().plusDays(3) + "\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.expected_by")
                        .value(world.today().plusDays(3).toString()));
        acknowledge("{\"expected_by\": \"soon\"}").andExpect(status().isUnprocessableContent());
        acknowledge("{\"until\": \"2026-12-01\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("until"));
        acknowledge("{").andExpect(status().isBadRequest());
    }

    @Test
    void an_invented_state_limit_or_cursor_breaks_a_rule() throws Exception {
        for (var query : new String[] {"state=all", "limit=0", "limit=101", "after=x"}) {
            call(lumen, get("/api/v1/obligations?" + query)).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    @UseCase("UC-005/6")
    void an_answer_under_a_forged_token_is_kept_with_its_verdict() {
        var path = "/api/v1/obligations/" + id + "/attestations";
        world.publish(new RejectedToken("POST", path, world.now(), "signed by nobody we know"));
        assertThat(world.db()
                        .sql("select verdict || ': ' || detail from inbound_answer where obligation_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("FORGED: signed by nobody we know");
    }

    private ResultActions acknowledge(String body) throws Exception {
        return call(
                lumen,
                post("/api/v1/obligations/{id}/acknowledgement", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private ResultActions answer(String body) throws Exception {
        return call(
                lumen,
                post("/api/v1/obligations/{id}/attestations", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private ResultActions call(Company company, MockHttpServletRequestBuilder request) {
        return world.as(company, () -> {
            try {
                return api.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String erased() {
        return ERASED.formatted(world.today());
    }
}
