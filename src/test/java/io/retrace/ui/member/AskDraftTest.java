package io.retrace.ui.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.ledger.PhotoId;
import io.retrace.ledger.Selection;
import io.retrace.testing.UseCase;
import io.retrace.ui.member.AskDraft.Scope;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AskDraftTest {

    private final PhotoId photo = new PhotoId(UUID.randomUUID());

    @Test
    @UseCase("UC-002/1")
    void nothing_is_chosen_beforehand() {
        assertThat(AskDraft.fresh().scope()).isNull();
        assertThat(AskDraft.fresh().selection()).isEmpty();
    }

    @Test
    @UseCase("UC-002/1")
    void an_empty_choice_selects_nothing_to_send() {
        assertThat(AskDraft.fresh().of(Scope.PHOTOS).selection()).isEmpty();
        assertThat(AskDraft.fresh().of(Scope.COMPANIES).selection()).isEmpty();
        assertThat(AskDraft.fresh().with(photo, true).with(photo, false).selection())
                .isEmpty();
    }

    @Test
    void what_was_ticked_is_what_is_asked() {
        assertThat(AskDraft.fresh().with(photo, true).selection()).contains(new Selection.Photos(Set.of(photo)));
        assertThat(AskDraft.fresh().of(Scope.ALL).selection()).contains(new Selection.All());
    }

    @Test
    void going_back_to_another_choice_keeps_the_ticks_and_the_submission() {
        var draft = AskDraft.fresh().with(photo, true);
        var back = draft.of(Scope.ALL).of(Scope.PHOTOS);
        assertThat(back).isEqualTo(draft);
    }

    @Test
    void a_kept_draft_is_read_as_it_was() {
        var json = JsonMapper.builder().build();
        var draft = AskDraft.fresh().with(photo, true);
        assertThat(json.readValue(json.writeValueAsString(draft), AskDraft.class))
                .isEqualTo(draft);
        assertThat(json.readValue(json.writeValueAsString(AskDraft.fresh()), AskDraft.class)
                        .scope())
                .isNull();
    }
}
