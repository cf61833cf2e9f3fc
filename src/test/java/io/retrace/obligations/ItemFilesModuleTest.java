package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.testing.UseCase;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Lists as a company’s program pulls them. */
class ItemFilesModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private MockMvc api;
    private ObligationId id;

    @BeforeEach
    void ask() {
        api = MockMvcBuilders.standaloneSetup(world.named("itemFiles"), world.named("obligationController"))
                .setControllerAdvice(world.named("problems"))
                .build();
        world.photo(ada, lumen);
        id = world.obligation(world.asked(ada).id(), lumen);
        fill(2500);
    }

    @Test
    @UseCase("UC-018/2")
    void the_csv_has_every_item_once_over_any_number_of_pages() throws Exception {
        var file = read(lumen, id, "items.csv");
        assertThat(file.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        var lines = file.getContentAsString().split("\r\n");
        assertThat(lines[0]).isEqualTo("item,sha256,disclosed_at,purposes");
        assertThat(lines).hasSize(2502).doesNotHaveDuplicates();
    }

    @Test
    @UseCase("UC-018/2")
    void the_ndjson_says_the_same_as_the_list() throws Exception {
        var lines = read(lumen, id, "items.ndjson").getContentAsString().split("\n");
        var list = read(lumen, id, "items?limit=1").getContentAsString();
        assertThat(lines).hasSize(2501).doesNotHaveDuplicates();
        assertThat(JsonPath.<Object>read(lines[0], "$")).isEqualTo(JsonPath.read(list, "$.items[0]"));
    }

    @Test
    @UseCase({"UC-018/2", "UC-018/7"})
    void a_foreign_list_is_an_unknown_one() throws Exception {
        for (var file : new String[] {"items.csv", "items.ndjson"}) {
            var foreign = read(world.company(), id, file);
            var unknown = read(lumen, new ObligationId(UUID.randomUUID()), file);
            assertThat(foreign.getStatus()).isEqualTo(404);
            assertThat(unknown.getStatus()).isEqualTo(404);
            assertThat(foreign.getContentType()).startsWith("application/problem+json");
        }
    }

    @Test
    @UseCase("UC-018/1")
    void a_walk_through_open_questions_meets_each_once_while_others_are_added() throws Exception {
        for (int i = 0; i < 3; i++) asked();
        var met = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = walk(next);
            met.addAll(JsonPath.<java.util.List<String>>read(page, "$.items[*].id"));
            next = JsonPath.read(page, "$.next");
            if (met.size() == 1) asked();
        } while (next != null);
        assertThat(met).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(4).contains(id.toString());
    }

    private void asked() {
        var ben = world.member();
        world.photo(ben, lumen);
        world.asked(ben);
    }

    private String walk(@Nullable String after) throws Exception {
        return world.as(lumen, () -> {
            try {
                return api.perform(get("/api/v1/obligations?limit=1" + (after == null ? "" : "&after=" + after)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void fill(int items) {
        world.db().sql("""
                        insert into obligation_item
                        select obligation_id, gen_random_uuid(), subject_id, gen_random_uuid(), sha256, disclosed_at, purposes
                          from obligation_item, generate_series(1, ?) where obligation_id = ?""").params(items, id.value()).update();
    }

    private MockHttpServletResponse read(Company company, ObligationId obligation, String file) {
        return world.as(company, () -> {
            try {
                return api.perform(get("/api/v1/obligations/{id}/" + file, obligation))
                        .andReturn()
                        .getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
