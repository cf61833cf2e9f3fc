package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.ledger.PhotoId;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.partners.PartnerDirectory;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipients that are companies of ours: asked by us, by the queue, and without a word about it. */
class OnwardAskedModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company harbour = world.company();
    private final Company beacon = world.company();
    private final String domain = harbour.slug() + ".example";
    private PhotoId first;
    private PhotoId second;
    private SubjectRequest request;
    private ObligationId id;

    @BeforeEach
    void ask() {
        contact(harbour, domain);
        first = world.photo(ada, lumen, beacon);
        second = world.photo(ada, lumen);
        request = world.asked(ada);
        id = world.obligation(request.id(), lumen);
    }

    @Test
    @UseCase({"UC-026/4", "UC-026/6"})
    void a_recipient_that_we_know_is_asked_for_these_items_and_its_own_answer_counts() {
        report(lumen, id, named(domain));
        assertThat(world.due(ada))
                .as("nothing goes out in the request of the company")
                .isEmpty();
        new LeafCount(world.bean(DataSource.class))
                .about(ada.subject().value())
                .exactlyOne("onward-asked", world::runDue);
        var asked = world.obligation(request.id(), harbour);
        assertThat(world.due(ada)).extracting(ObligationDue::obligation).containsExactly(asked);
        world.deliverAll();
        assertThat(world.as(harbour, () -> world.desk().obligation(asked)).items())
                .isEqualTo(2);
        assertThat(child().word()).isEqualTo(CompanyWord.ASKED);

        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(beacon, request, Forms.erased("answer-0001", world.today(), null));
        report(lumen, id, erasedBy("Harbour Data"));
        world.runDue();
        assertThat(child().word()).as("what Lumen says of it").isEqualTo(CompanyWord.ASKED);
        assertThat(status()).isEqualTo(RequestStatus.UNDERWAY);
        world.answer(harbour, request, Forms.erased("answer-0001", world.today(), null));
        world.runDue();
        assertThat(child().word()).isEqualTo(CompanyWord.CONFIRMED_DELETED);
        assertThat(status()).isEqualTo(RequestStatus.DONE);
    }

    @Test
    @UseCase("UC-026/4")
    void the_photos_are_not_shared_with_it_again_and_the_journal_knows() {
        report(lumen, id, named(domain));
        world.runDue();
        assertThat(world.db()
                        .sql("select photo_id from take_back where subject_id = ? and partner_no = ?")
                        .param(ada.subject().value())
                        .param(harbour.id().value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(first.value(), second.value());
    }

    @Test
    @UseCase("UC-026/5")
    void the_recipient_learns_neither_who_named_it_nor_when_and_for_what_that_one_had_them() {
        report(lumen, id, named(domain));
        world.runDue();
        var asked = world.obligation(request.id(), harbour);
        var items = world.as(harbour, () -> world.desk().items(asked, null, 10)).items();
        var theirs = world.as(lumen, () -> world.desk().items(id, null, 10)).items();
        assertThat(items).hasSize(2).allSatisfy(item -> {
            assertThat(item.purposes()).isEmpty();
            assertThat(item.disclosedAt()).isEqualTo(item.disclosedAt().truncatedTo(ChronoUnit.DAYS));
        });
        assertThat(items)
                .extracting(CompanyItem::ref)
                .doesNotContainAnyElementsOf(
                        theirs.stream().map(CompanyItem::ref).toList());
        assertThat(world.as(harbour, () -> world.desk().obligation(asked)).toString())
                .doesNotContain(lumen.slug());
        assertThatThrownBy(() -> world.as(harbour, () -> desk().named(id))).isInstanceOf(NotFound.class);
    }

    @Test
    @UseCase("UC-026/5")
    void whoever_names_it_reads_the_same_in_either_case() {
        var known = report(lumen, id, named(domain)).named();
        var unknown = report(beacon, world.obligation(request.id(), beacon), named("nobody-we-know.example"))
                .named();
        assertThat(known)
                .usingRecursiveComparison()
                .ignoringFields("domain", "namedAt")
                .isEqualTo(unknown);
        world.runDue();
        world.deliverAll();
        world.answer(harbour, request, Forms.erased("answer-0001", world.today(), null));
        assertThat(world.as(lumen, () -> desk().named(id)).getFirst())
                .as("also when it has answered us")
                .isEqualTo(known);
    }

    @Test
    @UseCase("UC-026/4")
    void nothing_is_asked_twice() {
        report(lumen, id, named(domain));
        report(beacon, world.obligation(request.id(), beacon), named(domain));
        world.runDue();
        assertThat(obligationsOf(harbour)).as("Beacon had one of Lumen’s two").hasSize(1);
        assertThat(world.company(ada, request, beacon).passedOn().getFirst().asked())
                .isNotNull();
        assertThat(world.company(ada, request, beacon).passedOn().getFirst().word())
                .isEqualTo(child().word());
        world.bean(OnwardLife.class).route(childId());
        assertThat(obligationsOf(harbour)).hasSize(1);
    }

    @Test
    @UseCase("UC-026/4")
    void what_it_is_not_asked_for_yet_is_asked_beside_the_rest() {
        report(beacon, world.obligation(request.id(), beacon), named(domain));
        world.runDue();
        report(lumen, id, named(domain));
        world.runDue();
        assertThat(obligationsOf(harbour)).hasSize(2);
        assertThat(world.db()
                        .sql("select sum(items) from obligation where partner_no = ?")
                        .param(harbour.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @UseCase("UC-026/4")
    void whom_the_ledger_knows_already_is_asked_once() {
        report(lumen, id, named(contact(beacon, beacon.slug() + ".example")));
        world.runDue();
        assertThat(child().asked()).isNotNull();
        assertThat(world.due(ada))
                .as("for the photo that the ledger does not know of")
                .hasSize(1);
        assertThat(obligationsOf(beacon)).hasSize(2);
    }

    @Test
    @UseCase("UC-026/4")
    void its_own_domain_an_unknown_one_and_one_of_two_companies_are_asked_of_nobody() {
        contact(lumen, "lumen-itself.example");
        var twin = world.company();
        contact(twin, domain);
        for (var nobody : List.of("lumen-itself.example", "unknown.example", domain))
            report(lumen, id, new OnwardForm("At " + nobody, nobody, null, null, null, null, null));
        world.runDue();
        assertThat(obligationsOf(harbour)).isEmpty();
        assertThat(world.company(ada, request, lumen).passedOn()).allMatch(one -> one.asked() == null);
        assertThat(world.company(ada, request, lumen).passedOn())
                .extracting(PassedOn::word)
                .containsOnly(CompanyWord.NOT_ASKED_YET);
    }

    @Test
    @UseCase("UC-026/4")
    void a_domain_that_is_told_later_is_looked_up_then() {
        report(lumen, id, new OnwardForm("Harbour Data", null, null, null, null, null, null));
        world.runDue();
        assertThat(child().asked()).isNull();
        report(lumen, id, named(domain));
        world.runDue();
        assertThat(child().asked()).isNotNull();
    }

    @Test
    @UseCase("UC-026/7")
    void a_recipient_that_we_ask_is_chased_like_any_company() {
        report(lumen, id, named(domain));
        world.runDue();
        world.deliverAll();
        world.forward(Duration.ofDays(15));
        assertThat(child().word()).isEqualTo(CompanyWord.NO_ANSWER);
        assertThat(world.eventsOf(ada))
                .contains("ObligationReminded", "ObligationSilent")
                .doesNotContain("OnwardSilent");
    }

    @Test
    @UseCase("UC-026/4")
    void named_after_the_statutory_time_it_still_has_its_own_time() {
        world.forward(Duration.ofDays(60));
        report(lumen, id, named(domain));
        world.runDue();
        var asked = world.obligation(request.id(), harbour);
        assertThat(world.as(harbour, () -> world.desk().obligation(asked)).due())
                .isAfter(world.today().plusDays(12));
    }

    private String contact(Company company, String at) {
        world.db()
                .sql(
                        "with changed as (update registry_version set version = version + 1) update partner set contact = ? where no = ?")
                .param("privacy@" + at)
                .param(company.id().value())
                .update();
        world.bean(PartnerDirectory.class).bySlug("unknown"); // who asks for what it does not know makes the cache look
        return at;
    }

    private List<UUID> obligationsOf(Company company) {
        return world.db()
                .sql("select id from obligation where partner_no = ? and subject_id = ?")
                .param(company.id().value())
                .param(ada.subject().value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private OnwardDesk.Receipt report(Company by, ObligationId obligation, OnwardForm form) {
        return world.as(by, () -> desk().report(obligation, form));
    }

    private OnwardDesk desk() {
        return world.bean(OnwardDesk.class);
    }

    private static OnwardForm named(@Nullable String domain) {
        return new OnwardForm("Harbour Data", domain, null, null, null, null, null);
    }

    private OnwardForm erasedBy(String recipient) {
        var day = world.today().minusDays(1);
        return new OnwardForm(recipient, null, null, day, day, AttestationForm.Outcome.ERASED, null);
    }

    private PassedOn child() {
        return world.company(ada, request, lumen).passedOn().getFirst();
    }

    private UUID childId() {
        return world.db()
                .sql("select id from onward_obligation where obligation_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private RequestStatus status() {
        return world.current(ada, request).status();
    }
}
