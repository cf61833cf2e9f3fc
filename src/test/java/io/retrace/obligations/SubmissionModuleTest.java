package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Member;
import io.retrace.requests.Drafts;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

class SubmissionModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();

    @Test
    @UseCase("UC-002/3")
    void only_companies_that_received_something_are_asked_and_only_for_what_they_received() {
        var lumen = world.company();
        var beacon = world.company();
        var stranger = world.company();
        world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
        world.photo(ada);
        world.photo(world.member(), stranger, lumen);
        var request = world.ask(ada);
        assertThat(world.company(ada, request, lumen).photos()).isEqualTo(2);
        assertThat(world.company(ada, request, beacon).photos()).isEqualTo(1);
        assertThat(request.companies()).isEqualTo(2);
        assertThat(request.photos()).isEqualTo(2);
    }

    @Test
    void several_disclosures_of_one_photo_to_one_company_are_one_item_with_all_its_purposes() {
        var lumen = world.company();
        var photo = world.photo(ada, lumen);
        world.disclose(ada, photo, lumen, "advertising");
        world.disclose(ada, photo, lumen, "research");
        var request = world.asked(ada);
        var id = world.obligation(request.id(), lumen);
        assertThat(world.as(lumen, () -> world.desk().items(id, null, 10)).items())
                .singleElement()
                .satisfies(item -> assertThat(item.purposes()).containsExactly("advertising", "research"));
    }

    @Test
    void a_selection_of_photos_asks_every_company_that_received_them() {
        var lumen = world.company();
        var beacon = world.company();
        var chosen = world.photo(ada, lumen);
        world.photo(ada, beacon);
        var request = world.ask(ada, new Selection.Photos(Set.of(chosen)));
        assertThat(request.scope()).isEqualTo("photos");
        assertThat(request.companies()).isEqualTo(1);
    }

    @Test
    void a_selection_of_companies_asks_them_for_every_photo() {
        var lumen = world.company();
        var beacon = world.company();
        world.photo(ada, lumen, beacon);
        world.photo(ada, beacon);
        var request = world.ask(ada, new Selection.Companies(Set.of(beacon.id())));
        assertThat(request.scope()).isEqualTo("companies");
        assertThat(world.company(ada, request, beacon).photos()).isEqualTo(2);
    }

    @Test
    void another_members_photo_is_nothing_to_erase() {
        var foreign = world.photo(world.member(), world.company());
        var leaves = new LeafCount(world.bean(DataSource.class));
        leaves.none(() -> assertThat(world.submit(ada, UUID.randomUUID(), new Selection.Photos(Set.of(foreign))))
                .isEqualTo(new Submission.NothingToErase()));
    }

    @Test
    @UseCase("UC-002/2")
    void without_a_fresh_step_up_nothing_is_asked() {
        world.photo(ada, world.company());
        assertThatThrownBy(() -> SignedIn.memberWithoutStepUp(ada.ref(), world.now(), this::askForAll))
                .isInstanceOf(DomainException.StepUpRequired.class);
        assertThatThrownBy(() -> SignedIn.member(ada.ref(), world.now().minus(Duration.ofMinutes(5)), this::askForAll))
                .isInstanceOf(DomainException.StepUpRequired.class);
        assertThat(world.as(ada, () -> world.requests().all())).isEmpty();
    }

    @Test
    void only_members_ask() {
        assertThatThrownBy(() -> world.asSupport(this::askForAll)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> world.as(world.company(), this::askForAll)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(this::askForAll).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    @UseCase("UC-002/5")
    void the_same_submission_again_gives_the_same_request() {
        world.photo(ada, world.company());
        var id = UUID.randomUUID();
        var first = world.submit(ada, id, new Selection.All());
        var leaves = new LeafCount(world.bean(DataSource.class));
        leaves.none(() -> assertThat(world.submit(ada, id, new Selection.All())).isEqualTo(first));
        assertThat(world.as(ada, () -> world.requests().all())).hasSize(1);
    }

    @Test
    void a_submission_id_that_somebody_else_used_says_nothing() {
        var eve = world.member();
        world.photo(ada, world.company());
        world.photo(eve, world.company());
        var id = UUID.randomUUID();
        var hers = (Submission.Accepted) world.submit(ada, id, new Selection.All());
        var other = (Submission.Accepted) world.submit(eve, id, new Selection.All());
        assertThat(other.request().id()).isNotEqualTo(hers.request().id());
    }

    @Test
    @UseCase("UC-002/5")
    void two_tabs_at_once_make_one_request() throws Exception {
        world.photo(ada, world.company(), world.company());
        var id = UUID.randomUUID();
        var outcomes = atOnce(8, () -> world.submit(ada, id, new Selection.All()));
        assertThat(new HashSet<>(outcomes)).hasSize(1);
        assertThat(world.as(ada, () -> world.requests().all())).hasSize(1);
        assertThat(world.eventsOf(ada)).containsExactly("RequestReceived");
    }

    @Test
    @UseCase("UC-002/6")
    void two_tabs_with_submissions_of_their_own_ask_for_each_item_once() throws Exception {
        world.photo(ada, world.company(), world.company());
        var outcomes = atOnce(8, () -> world.submit(ada, UUID.randomUUID(), new Selection.All()));
        assertThat(outcomes).filteredOn(Submission.Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Submission.Merged.class::isInstance).hasSize(7);
        assertThat(world.eventsOf(ada)).filteredOn("RequestMerged"::equals).hasSize(7);
    }

    @Test
    @UseCase("UC-002/6")
    void asking_again_for_everything_is_merged_into_the_first_and_said_so() {
        world.photo(ada, world.company());
        var first = world.ask(ada);
        var leaves = new LeafCount(world.bean(DataSource.class));
        var id = UUID.randomUUID();
        var again = leaves.exactlyOne("request-merged", () -> world.submit(ada, id, new Selection.All()));
        assertThat(again).isEqualTo(new Submission.Merged(first.reference()));
        assertThat(world.submit(ada, id, new Selection.All())).isEqualTo(again);
        assertThat(world.as(ada, () -> world.requests().timeline(first.id())))
                .extracting(entry -> entry.key())
                .containsExactly("received", "asked-again");
    }

    @Test
    void what_an_open_request_asks_stays_asked_even_where_a_company_has_answered() {
        var quick = world.company();
        world.photo(ada, quick, world.company());
        var first = world.asked(ada);
        world.answer(quick, first, Forms.erased("answer-0001", world.today(), null));
        assertThat(world.submit(ada, UUID.randomUUID(), new Selection.All()))
                .isEqualTo(new Submission.Merged(first.reference()));
    }

    @Test
    @UseCase("UC-002/6")
    void where_a_part_is_asked_already_only_the_rest_is_asked() {
        var lumen = world.company();
        var beacon = world.company();
        var one = world.photo(ada, lumen, beacon);
        world.photo(ada, lumen);
        var first = world.ask(ada, new Selection.Photos(Set.of(one)));
        var second = (Submission.Accepted) world.submit(ada, UUID.randomUUID(), new Selection.All());
        assertThat(second.alreadyAsked()).containsExactly(first.reference());
        assertThat(second.request().photos()).isEqualTo(1);
        assertThat(second.request().companies()).isEqualTo(1);
        assertThat(itemsPerPhotoAndCompany()).containsOnly(1);
    }

    @Test
    void what_is_done_may_be_asked_again() {
        var lumen = world.company();
        world.photo(ada, lumen);
        var first = world.asked(ada);
        world.answer(lumen, first, Forms.erased("answer-0001", world.today(), null));
        world.runDue();
        var second = world.ask(ada);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void what_was_typed_is_forgotten_once_it_is_sent() {
        world.photo(ada, world.company());
        var drafts = world.bean(Drafts.class);
        world.as(ada, () -> {
            drafts.keep("ask", "{\"what\":\"all\"}");
            return drafts.read("ask");
        });
        world.ask(ada);
        assertThat(world.as(ada, () -> drafts.read("ask"))).isEmpty();
    }

    private Submission askForAll() {
        return world.requests().eraseAtCompanies(UUID.randomUUID(), new Selection.All());
    }

    private List<Integer> itemsPerPhotoAndCompany() {
        return world.db()
                .sql("""
                        select count(*) from obligation_item i join obligation o on o.id = i.obligation_id
                         where o.subject_id = ? group by o.partner_no, i.photo_id
                        """)
                .param(ada.subject().value())
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = threads.invokeAll(Collections.nCopies(times, action));
            var results = new ArrayList<T>();
            for (var one : running) results.add(one.get());
            return results;
        }
    }
}
