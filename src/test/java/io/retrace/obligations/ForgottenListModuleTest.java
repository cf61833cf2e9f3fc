package io.retrace.obligations;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.testing.UseCase;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What a company reads by API when the list of what it answered about is not kept any more. */
class ForgottenListModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private MockMvc api;
    private ObligationId id;

    @BeforeEach
    void answered() {
        api = MockMvcBuilders.standaloneSetup(world.named("obligationController"))
                .setControllerAdvice(world.named("problems"))
                .build();
        world.photo(ada, lumen);
        var request = world.asked(ada);
        id = world.obligation(request.id(), lumen);
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
    }

    @Test
    @UseCase("UC-013/14")
    void while_the_list_is_kept_nothing_is_noted() throws Exception {
        read("/api/v1/obligations/{id}", Locale.ENGLISH)
                .andExpect(jsonPath("$.note").doesNotExist());
        read("/api/v1/obligations/{id}/items", Locale.ENGLISH)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.note").doesNotExist());
    }

    @Test
    @UseCase("UC-013/14")
    void afterwards_an_empty_list_says_why_in_the_readers_language() throws Exception {
        world.db()
                .sql("delete from obligation_item where obligation_id = ?")
                .param(id.value())
                .update();
        world.db()
                .sql("update obligation set forgotten_at = now() where id = ?")
                .param(id.value())
                .update();

        read("/api/v1/obligations/{id}", Locale.ENGLISH)
                .andExpect(jsonPath("$.items").value(1))
                .andExpect(jsonPath("$.attestations.length()").value(1))
                .andExpect(jsonPath("$.note").value(containsString("no longer kept here")));
        read("/api/v1/obligations/{id}/items", Locale.ENGLISH)
                .andExpect(jsonPath("$.items.length()").value(0))
                .andExpect(jsonPath("$.note").value(containsString("no longer kept here")));
        read("/api/v1/obligations/{id}/items", Locale.GERMAN)
                .andExpect(jsonPath("$.note").value(containsString("nicht mehr aufbewahrt")));
    }

    private ResultActions read(String path, Locale language) throws Exception {
        return SignedIn.company(lumen.slug(), () -> perform(path, language)).andExpect(status().isOk());
    }

    private ResultActions perform(String path, Locale language) {
        try {
            return api.perform(get(path, id).locale(language));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
