package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.ExceptionLists.Problem;
import io.retrace.obligations.ExceptionLists.Report;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Single items as a file: what is taken, what is reported, and what is declared with it. */
class ExceptionListModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private SubjectRequest request;
    private ObligationId id;

    @BeforeEach
    void ask() {
        world.photo(ada, lumen, beacon);
        request = world.asked(ada);
        id = world.obligation(request.id(), lumen);
    }

    @Test
    @UseCase({"UC-019/1", "UC-019/3"})
    void ten_thousand_items_are_declared_by_the_digest_of_their_list() {
        var items = fill(10_001);
        var report = upload("item,outcome\r\n"
                + items.stream().limit(10_000).map(item -> item + ",kept\r\n").collect(Collectors.joining()));
        assertThat(report.refused()).isZero();
        assertThat(report.held().counts()).containsExactlyEntriesOf(java.util.Map.of(Outcome.KEPT, 10_000));
        assertThat(world.as(lumen, () -> world.desk().obligation(id)).answers())
                .as("nothing is declared yet")
                .isEmpty();

        var receipt = attest(report.held().digest());
        assertThat(receipt.attestation().keptItems()).isEqualTo(10_000);
        assertThat(receipt.attestation().erasedItems()).isEqualTo(2);
        assertThat(receipt.attestation().form().exceptions()).hasSize(10_000);
        assertThat(attest(report.held().digest()).replayed()).isTrue();
    }

    @Test
    @UseCase({"UC-019/2", "UC-019/5"})
    void good_lines_are_taken_and_the_others_reported_without_what_stood_there() {
        var own = fill(3);
        var foreign = items(world.obligation(request.id(), beacon)).getFirst();
        var report = upload(String.join(
                "\n",
                "\uFEFFitem;sha256;outcome",
                own.get(0) + ";;kept",
                own.get(0) + ";;kept",
                foreign + ";;kept",
                UUID.randomUUID() + ";;kept",
                "=HYPERLINK(\"\"http://evil.example\"\");;kept",
                "=cmd;;kept",
                own.get(1) + ";;=1+1",
                "\"" + own.get(1) + "\";;\"infeasible\"",
                own.get(2) + ";;",
                own.get(2) + ";kept",
                "\"" + own.get(2) + ";;kept",
                "x".repeat(4001) + ";;kept",
                "1-1-1-1-1;;kept"));
        assertThat(report.problems())
                .containsExactly(
                        new Problem(3, "item", "error.answer.item-twice"),
                        new Problem(4, "item", "error.item-not-found"),
                        new Problem(5, "item", "error.item-not-found"),
                        new Problem(6, "", "error.csv.quotes"),
                        new Problem(7, "item", "error.csv.item"),
                        new Problem(8, "outcome", "error.csv.outcome"),
                        new Problem(9, "item", "error.answer.item-twice"),
                        new Problem(11, "", "error.csv.cells"),
                        new Problem(12, "", "error.csv.quotes"),
                        new Problem(13, "", "error.csv.line-length"),
                        new Problem(14, "item", "error.csv.item"));
        assertThat(report.held().items()).isEqualTo(1);
        assertThat(report.toString()).doesNotContain("cmd", "HYPERLINK", foreign.toString());
    }

    @Test
    @UseCase("UC-019/2")
    void a_report_tells_a_hundred_problems_and_counts_all() {
        var report = upload("item,outcome\n" + "=1,kept\n".repeat(5000));
        assertThat(report.problems()).hasSize(100);
        assertThat(report.refused()).isEqualTo(5000);
    }

    /** What a responder may drop on the page by mistake or on purpose; the list that stood before stays. */
    @Test
    @UseCase({"UC-006/6", "UC-019/4"})
    void a_file_that_is_no_list_is_refused_as_a_whole_with_its_reason() throws IOException {
        var stood = upload("item,outcome\n" + fill(2).getFirst() + ",kept\n").held();
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("list.csv"));
            zip.write(new byte[50_000_000]);
        }
        assertThat(refusal(new byte[0])).isEqualTo("error.csv.empty");
        assertThat(refusal("\uFEFF".getBytes(StandardCharsets.UTF_8))).isEqualTo("error.csv.empty");
        assertThat(refusal("photo,answer\n1,kept\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("error.csv.header");
        assertThat(refusal("item\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("error.csv.column");
        assertThat(refusal("item,outcome,outcome\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("error.csv.header");
        assertThat(refusal("=HYPERLINK(1),outcome\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("error.csv.header");
        assertThat(refusal("item,outcome\n".getBytes(StandardCharsets.UTF_16))).isEqualTo("error.csv.encoding");
        assertThat(refusal(bomb.toByteArray())).isEqualTo("error.csv.encoding");
        assertThat(refusal(("item,outcome\n" + ",\n".repeat(10_001)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("error.csv.rows");
        assertThat(world.as(lumen, () -> world.bean(ExceptionLists.class).held(id)))
                .contains(stood);
    }

    @Test
    @UseCase("UC-019/3")
    void an_answer_with_another_digest_than_the_last_list_is_refused() {
        var items = fill(3);
        var first = upload("item,outcome\n" + items.get(0) + ",kept");
        upload("item,outcome\n" + items.get(1) + ",kept");
        assertThatThrownBy(() -> attest(first.held().digest())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> attest(Sha256.of())).isInstanceOf(Conflict.class);
    }

    @Test
    @UseCase("UC-019/5")
    void a_foreign_obligation_is_not_found() {
        var lists = world.bean(ExceptionLists.class);
        var file = "item,outcome\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> world.as(beacon, () -> lists.receive(id, file)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(beacon, () -> lists.held(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(
                        beacon,
                        () -> world.desk().attest(id, Forms.erased("answer-0001", world.today(), null), Sha256.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @UseCase("UC-019/6")
    void a_company_that_signs_names_single_items_in_the_signed_answer() {
        new CompanyKey().register(world, lumen);
        var list = upload("item,outcome\n").held().digest();
        assertThatThrownBy(() -> world.as(
                        lumen,
                        () -> world.bean(AnswerIntake.class)
                                .receive(id, "{}".getBytes(StandardCharsets.UTF_8), SignatureHeaders.NONE, list)))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("error.csv.signed"));
    }

    @Test
    @UseCase("UC-019/4")
    void two_megabytes_are_read_and_no_more() throws Exception {
        var api = MockMvcBuilders.standaloneSetup(world.named("exceptionController"))
                .setControllerAdvice(world.named("problems"))
                .build();
        var answer = world.as(lumen, () -> {
            try {
                return api.perform(put("/api/v1/obligations/{id}/exceptions", id)
                                .contentType("text/csv")
                                .content(new byte[2 * 1024 * 1024 + 1]))
                        .andReturn()
                        .getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(answer.getStatus()).isEqualTo(413);
    }

    private String refusal(byte[] file) {
        try {
            world.as(lumen, () -> world.bean(ExceptionLists.class).receive(id, file));
            return "taken";
        } catch (RuleViolation refusal) {
            return refusal.key();
        }
    }

    private CompanyDesk.Receipt attest(Sha256 list) {
        var form =
                Forms.withExceptions("answer-0001", world.today(), world.today().plusYears(1), List.of());
        return world.as(lumen, () -> world.desk().attest(id, form, list));
    }

    private Report upload(String csv) {
        var file = csv.getBytes(StandardCharsets.UTF_8);
        return world.as(lumen, () -> world.bean(ExceptionLists.class).receive(id, file));
    }

    /** Gives the obligation this many items more; these. */
    private List<UUID> fill(int items) {
        var before = items(id);
        world.db().sql("""
                        insert into obligation_item
                        select obligation_id, gen_random_uuid(), subject_id, gen_random_uuid(), sha256, disclosed_at, purposes
                          from obligation_item, generate_series(1, ?) where obligation_id = ?""").params(items, id.value()).update();
        world.db()
                .sql("update obligation set items = items + ? where id = ?")
                .params(items, id.value())
                .update();
        return items(id).stream().filter(item -> !before.contains(item)).toList();
    }

    private List<UUID> items(ObligationId obligation) {
        return world.db()
                .sql("select ref from obligation_item where obligation_id = ?")
                .param(obligation.value())
                .query((row, number) -> row.getObject("ref", UUID.class))
                .list();
    }
}
