package io.retrace.obligations;

import static io.retrace.obligations.CopyFixture.hadNothing;
import static io.retrace.obligations.CopyFixture.provided;
import static io.retrace.obligations.CopyFixture.sent;
import static io.retrace.obligations.CopyFixture.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.CompanyFiles;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a company may say about a copy, what is refused, and what is in force. */
class CopyAnswerModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();

    @BeforeEach
    void photos() {
        world.alone();
        world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
    }

    @Test
    @UseCase("UC-011/5")
    void an_answer_names_exactly_what_arrived() {
        var request = world.askedForCopy(ada);
        var obligation = world.obligation(request.id(), lumen);
        var file = sent(world, lumen, obligation, "[1]");
        var other = new CopyForm.SentFile(file.id(), Sha256.of(new byte[] {1}));
        var unknown = new CopyForm.SentFile(UUID.randomUUID(), file.sha256());

        refused(request, provided("answer-0001", null), "files", "error.copy.no-file");
        refused(request, provided("answer-0002", null, other), "files[0].sha256", "error.copy.file-differs");
        refused(request, provided("answer-0003", null, file, unknown), "files[1].id", "error.copy.file-unknown");
        refused(request, provided("answer-0004", null, file, file), "files[1].id", "error.copy.file-twice");
        var nothing = hadNothing("answer-0005", null);
        refused(
                request,
                new CopyForm("answer-0005", nothing.said(), List.of(file), null, nothing.declarant(), null),
                "files",
                "error.copy.nothing-but-files");
        var kept = withheld("answer-0006", null, file);
        refused(
                request,
                new CopyForm("answer-0006", kept.said(), List.of(), null, kept.declarant(), null),
                "withheld",
                "error.answer.missing");
        refused(
                request,
                new CopyForm(
                        "answer-0007", CopyForm.Said.PROVIDED, List.of(file), kept.withheld(), kept.declarant(), null),
                "withheld",
                "error.copy.nothing-withheld");
        assertThat(word(request, lumen)).isEqualTo(CompanyWord.ASKED);
    }

    @Test
    @UseCase("UC-011/5")
    void a_copy_is_not_answered_as_a_deletion_nor_the_other_way_round() {
        var copy = world.askedForCopy(ada);
        var erasure = world.asked(ada);
        assertThatThrownBy(() -> world.answer(lumen, copy, Forms.erased("answer-0001", world.today(), null)))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.answer.copy-asked");
        assertThatThrownBy(() -> answer(lumen, erasure, hadNothing("answer-0001", null)))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.answer.erasure-asked");
        assertThatThrownBy(() -> sent(world, lumen, world.obligation(erasure.id(), lumen), "[]"))
                .hasMessage("error.file.no-copy-asked");
    }

    @Test
    @UseCase("UC-011/6")
    void a_repeated_answer_changes_nothing_amending_is_explicit_and_every_verdict_is_kept() {
        var request = world.askedForCopy(ada);
        var obligation = world.obligation(request.id(), lumen);
        var first = provided("answer-0001", null, sent(world, lumen, obligation, "[1]"));
        assertThat(answer(lumen, request, first).replayed()).isFalse();
        assertThat(answer(lumen, request, first).replayed()).isTrue();
        assertThatThrownBy(() -> answer(lumen, request, hadNothing("answer-0001", "Other.")))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.answer.id-reused");
        assertThatThrownBy(() -> answer(lumen, request, hadNothing("answer-0002", null)))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.answer.stands");
        assertThatThrownBy(() ->
                        world.as(beacon, () -> world.copies().answer(obligation, hadNothing("answer-0003", null))))
                .isInstanceOf(NotFound.class);
        answer(lumen, request, hadNothing("answer-0004", "It was another person’s."));

        var company = world.company(ada, request, lumen);
        assertThat(company.word()).isEqualTo(CompanyWord.HAD_NOTHING);
        assertThat(world.as(ada, () -> world.progress().copies(obligation)))
                .extracting(CopyAnswer::version)
                .containsExactly(1, 2);
        assertThat(verdicts(obligation))
                .containsExactlyInAnyOrder("ACCEPTED", "REPLAYED", "CONFLICT", "CONFLICT", "NOT_YOURS", "ACCEPTED");
        assertThatThrownBy(() ->
                        world.db().sql("update copy_answer set version = 9").update())
                .hasMessageContaining("never changes");
    }

    @Test
    @UseCase("UC-011/12")
    void the_copy_is_what_the_answer_in_force_names() {
        var request = world.askedForCopy(ada);
        var obligation = world.obligation(request.id(), lumen);
        var one = sent(world, lumen, obligation, "[1]");
        var two = sent(world, lumen, obligation, "[2]");
        var files = world.bean(CompanyFiles.class);
        assertThat(files.of(request.id())).as("nothing before the answer").isEmpty();

        answer(lumen, request, provided("answer-0001", null, one));
        assertThat(files.of(request.id())).extracting(file -> file.givenId()).containsExactly(one.id());
        answer(lumen, request, provided("answer-0002", "The other one.", two));
        assertThat(files.of(request.id())).extracting(file -> file.givenId()).containsExactly(two.id());
        assertThatThrownBy(() -> CopyFixture.remove(world, lumen, obligation, one.id()))
                .isInstanceOf(Conflict.class)
                .hasMessage("error.file.sent");
    }

    private CopyDesk.Receipt answer(Company company, SubjectRequest request, CopyForm form) {
        var id = world.obligation(request.id(), company);
        return world.as(company, () -> world.copies().answer(id, form));
    }

    private void refused(SubjectRequest request, CopyForm form, String field, String key) {
        assertThatThrownBy(() -> answer(lumen, request, form)).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private CompanyWord word(SubjectRequest request, Company company) {
        return world.company(ada, request, company).word();
    }

    private List<String> verdicts(ObligationId obligation) {
        return world.db()
                .sql("select verdict from inbound_answer where obligation_id = ?")
                .param(obligation.value())
                .query((row, number) -> row.getString("verdict"))
                .list();
    }
}
