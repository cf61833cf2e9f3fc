package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What is another company’s does not exist (T5). */
class AnswerBordersModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();

    @Test
    @UseCase("UC-005/4")
    void another_companys_obligation_and_an_unknown_one_are_the_same_answer() {
        var beacon = world.company();
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var foreign = world.obligation(request.id(), lumen);
        var unknown = new ObligationId(UUID.randomUUID());
        for (var id : List.of(foreign, unknown)) {
            for (var call : everyCall(id)) {
                assertThatThrownBy(() -> world.as(beacon, () -> quietly(call)))
                        .isInstanceOfSatisfying(
                                NotFound.class,
                                refusal -> assertThat(refusal.key()).isEqualTo("error.obligation-not-found"));
            }
        }
        assertThat(world.db()
                        .sql("select distinct verdict from inbound_answer where obligation_id = any (?)")
                        .param(new UUID[] {foreign.value(), unknown.value()})
                        .query(String.class)
                        .list())
                .containsExactly("NOT_YOURS");
        assertThat(world.as(beacon, () -> world.desk().inbox(false, null, 100)).items())
                .isEmpty();
    }

    @Test
    @UseCase("UC-005/5")
    void an_item_that_is_not_its_own_is_not_found() {
        world.photo(ada, lumen, world.company());
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var foreign = world.db()
                .sql("""
                        select i.ref from obligation_item i join obligation o on o.id = i.obligation_id
                         where o.request_id = ? and o.partner_no <> ?
                        """)
                .param(request.id().value())
                .param(lumen.id().value())
                .query(UUID.class)
                .single();
        for (var item : List.of(foreign, UUID.randomUUID())) {
            var exceptions = List.of(new ItemException(new ItemRef(item), Outcome.KEPT));
            var form = Forms.withExceptions(
                    "answer-0001", world.today(), world.today().plusYears(1), exceptions);
            assertThatThrownBy(() -> answer(request, form)).isInstanceOf(NotFound.class);
        }
        assertThat(verdicts(request)).containsExactlyInAnyOrder("NOT_YOURS", "NOT_YOURS");
        assertThat(word(request)).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    void only_companies_answer() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var id = world.obligation(request.id(), lumen);
        assertThatThrownBy(() -> world.as(ada, () -> world.desk().attest(id, erased("answer-0001"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> world.asSupport(() -> world.desk().obligation(id)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<Runnable> everyCall(ObligationId id) {
        return List.of(
                () -> world.desk().obligation(id),
                () -> world.desk().items(id, null, 10),
                () -> world.desk().acknowledge(id, null),
                () -> world.desk().attest(id, erased("answer-0001")),
                () -> world.bean(AnswerIntake.class)
                        .receive(
                                id,
                                world.bean(AnswerCodec.class)
                                        .canonical(erased("answer-0001"))
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static int quietly(Runnable call) {
        call.run();
        return 0;
    }

    private CompanyDesk.Receipt answer(SubjectRequest request, AttestationForm form) {
        return world.answer(lumen, request, form);
    }

    private AttestationForm erased(String id) {
        return Forms.erased(id, world.today(), null);
    }

    private CompanyWord word(SubjectRequest request) {
        return world.company(ada, request, lumen).word();
    }

    private List<String> verdicts(SubjectRequest request) {
        return world.db()
                .sql("select verdict from inbound_answer where obligation_id = ? order by received_at, id")
                .param(world.obligation(request.id(), lumen).value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
