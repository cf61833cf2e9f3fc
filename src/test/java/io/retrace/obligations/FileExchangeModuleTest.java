package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.FileExchange.Line;
import io.retrace.obligations.FileExchange.Mode;
import io.retrace.obligations.FileExchange.Report;
import io.retrace.obligations.FileExchange.Verdict;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work out and answers back as files. */
class FileExchangeModuleTest {

    private static final String HEAD = String.join(",", StatusRows.COLUMNS) + "\n";
    private static final String DECLARED = "Dana Ortiz,Data Protection Lead,yes";

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company beacon = world.company();
    private SubjectRequest request;
    private CompanyObligation owed;

    @BeforeEach
    void ask() {
        world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
        request = world.asked(ada);
        owed = owed(request, lumen);
    }

    @Test
    @UseCase({"UC-020/1", "UC-020/7"})
    void the_work_has_every_item_of_its_own_and_no_other() {
        var work = work(lumen);
        assertThat(work).containsOnlyKeys("work-items.csv", "cancelled.csv", "status.csv");
        for (var item : items(lumen)) assertThat(work.get("work-items.csv")).contains(item.toString());
        for (var item : items(beacon)) assertThat(work.get("work-items.csv")).doesNotContain(item.toString());
        assertThat(work.getOrDefault("work-items.csv", "").lines()).hasSize(3);
        assertThat(work.get("status.csv")).isEqualToIgnoringNewLines(HEAD);
        assertThat(work.toString())
                .doesNotContain(ada.ref(), request.reference().value());
    }

    @Test
    @UseCase("UC-020/1")
    void what_is_not_asked_for_any_more_is_on_the_list() {
        world.db()
                .sql("update obligation set kind = 'ACCESS', cancelled_at = ? where id = ?")
                .params(Timestamp.from(world.now()), owed.id().value())
                .update();
        assertThat(work(lumen).get("cancelled.csv")).contains(owed.reference().value());
        assertThat(work(beacon).get("cancelled.csv"))
                .doesNotContain(owed.reference().value());
    }

    @Test
    @UseCase({"UC-020/2", "UC-020/4"})
    void codes_and_columns_become_an_attestation() {
        var differs = items(lumen).getFirst();
        var report = send(Mode.NEW, all(owed, "3,5,3,2") + item(owed, differs, "4"));
        assertThat(report.count(Verdict.ACCEPTED)).as("%s", report).isEqualTo(2);
        var form = said(lumen, owed).getFirst().form();
        assertThat(form.subjects())
                .isEqualTo(Map.of(
                        Subject.PHOTOS, Outcome.ERASED,
                        Subject.FACE_TEMPLATES, Outcome.NEVER_HELD,
                        Subject.DERIVED_DATA, Outcome.ERASED,
                        Subject.MODELS, Outcome.KEPT));
        assertThat(form.exceptions())
                .containsExactly(new AttestationForm.ItemException(new ItemRef(differs), Outcome.INFEASIBLE));
        assertThat(said(lumen, owed).getFirst().keptItems()).isEqualTo(1);
    }

    @Test
    @UseCase({"UC-020/3", "UC-020/6"})
    void a_code_alone_says_nothing_of_templates_data_and_models() {
        var report = send(Mode.NEW, owed.reference() + ",,3,,,,erase," + world.today() + ",,,,,," + DECLARED + ",\n");
        assertThat(report.lines())
                .containsExactly(new Line(2, Verdict.REFUSED, "face_templates", "error.answer.missing"));
        assertThat(said(lumen, owed)).isEmpty();
    }

    @Test
    @UseCase({"UC-020/4", "UC-020/6", "UC-020/7"})
    void a_lost_exception_takes_its_obligation_with_it_and_no_other() {
        var ben = world.member();
        world.photo(ben, lumen);
        var other = owed(world.asked(ben), lumen);
        var foreign = items(beacon).getFirst();
        var report = send(Mode.NEW, all(owed, "3,3,3,3") + item(owed, foreign, "2") + all(other, "3,3,3,3"));
        assertThat(report.lines())
                .containsExactly(
                        new Line(2, Verdict.REFUSED, "obligation", "error.exchange.together"),
                        new Line(3, Verdict.REFUSED, "item", "error.item-not-found"),
                        new Line(4, Verdict.ACCEPTED, null, null));
        assertThat(said(lumen, owed)).isEmpty();
        assertThat(said(lumen, other)).hasSize(1);
    }

    @Test
    @UseCase("UC-020/7")
    void a_foreign_obligation_is_an_unknown_one() {
        var foreign = owed(request, beacon);
        var report = send(
                Mode.NEW,
                all(foreign, "3,3,3,3") + "O-0000-0000"
                        + all(foreign, "3,3,3,3").substring(11));
        assertThat(report.lines())
                .containsExactly(
                        new Line(2, Verdict.REFUSED, "obligation", "error.obligation-not-found"),
                        new Line(3, Verdict.REFUSED, "obligation", "error.obligation-not-found"));
    }

    @Test
    @UseCase("UC-020/5")
    void a_new_file_replaces_nothing_and_an_amending_one_says_why() {
        var lines = all(owed, "3,3,3,3");
        var amending =
                all(owed, "5,5,5,5").replace("erase," + world.today(), ",").replace("yes,\n", "yes,We looked again.\n");
        assertThat(refusal(send(Mode.AMEND, lines))).isEqualTo("error.answer.missing");
        assertThat(refusal(send(Mode.AMEND, amending))).isEqualTo("error.answer.nothing-to-amend");
        assertThat(send(Mode.NEW, lines).count(Verdict.ACCEPTED)).isEqualTo(1);
        assertThat(send(Mode.NEW, lines).count(Verdict.REPEATED)).isEqualTo(1);
        assertThat(refusal(send(Mode.NEW, all(owed, "3,5,5,5")))).isEqualTo("error.answer.stands");
        assertThat(refusal(send(Mode.NEW, amending))).isEqualTo("error.exchange.new-amends");
        assertThat(send(Mode.AMEND, amending).count(Verdict.ACCEPTED)).isEqualTo(1);
        assertThat(said(lumen, owed)).hasSize(2);
    }

    @Test
    @UseCase("UC-020/6")
    void a_file_with_a_line_that_cannot_be_read_is_refused_as_a_whole() {
        assertThatThrownBy(() -> send(Mode.NEW, all(owed, "3,3,3,3") + "\"\n"))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("line 3"));
        assertThat(said(lumen, owed)).isEmpty();
    }

    @Test
    @UseCase("UC-020/9")
    void a_company_that_signs_cannot_answer_by_file() {
        new CompanyKey().register(world, lumen);
        assertThatThrownBy(() -> send(Mode.NEW, all(owed, "3,3,3,3"))).isInstanceOf(RuleViolation.class);
    }

    private String all(CompanyObligation obligation, String codes) {
        var kept = codes.contains("2")
                ? "Directive (EU) 2015/849 Art. 40," + world.today().plusYears(1)
                : ",";
        return obligation.reference() + ",," + codes + ",erase," + world.today() + ",," + kept + ","
                + (codes.contains("2") ? "Several people match,Kim Park" : ",") + "," + DECLARED + ",\n";
    }

    private static String item(CompanyObligation obligation, UUID item, String code) {
        return obligation.reference() + "," + item + "," + code + ",".repeat(StatusRows.COLUMNS.size() - 3) + "\n";
    }

    private static String refusal(Report report) {
        return String.valueOf(report.lines().getFirst().reason());
    }

    private Report send(Mode mode, String lines) {
        var file = (HEAD + lines).getBytes(StandardCharsets.UTF_8);
        return world.as(lumen, () -> world.bean(FileExchange.class).answer(file, mode));
    }

    private Map<String, String> work(Company company) {
        var files = new LinkedHashMap<String, String>();
        var out = new ByteArrayOutputStream();
        world.as(company, () -> {
            try {
                world.bean(FileExchange.class).work(out);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private CompanyObligation owed(SubjectRequest asked, Company company) {
        return world.as(company, () -> world.desk().obligation(world.obligation(asked.id(), company)));
    }

    private List<Attestation> said(Company company, CompanyObligation obligation) {
        return world.as(company, () -> world.desk().obligation(obligation.id())).answers();
    }

    private List<UUID> items(Company company) {
        var obligation = world.obligation(request.id(), company);
        return world.as(company, () -> world.desk().items(obligation, null, 100)).items().stream()
                .map(item -> item.ref().value())
                .toList();
    }
}
