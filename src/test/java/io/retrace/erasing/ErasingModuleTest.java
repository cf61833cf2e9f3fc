package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ref;
import static io.retrace.testing.Callers.asPlatform;
import static io.retrace.testing.Callers.asSupport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.Closing;
import io.retrace.identity.MemberRef;
import io.retrace.identity.MyAccount;
import io.retrace.identity.PlatformMembers;
import io.retrace.identity.StuckErasings;
import io.retrace.ledger.Incident;
import io.retrace.ledger.Incidents;
import io.retrace.ledger.MyLedger;
import io.retrace.obligations.SignedIn;
import io.retrace.shared.DomainException;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The way out, seen from everybody who takes part in it. Each test has people of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class ErasingModuleTest {

    private final World world = new World();
    private final Portal portal = world.start();

    @BeforeAll
    void register() {
        people().register();
    }

    @AfterAll
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase("UC-013/1")
    void closing_needs_a_fresh_proof_of_who_is_asking() {
        person("m-fresh");

        assertThatThrownBy(() -> SignedIn.memberWithoutStepUp("m-fresh", world.clock.instant(), account()::close))
                .isInstanceOf(DomainException.StepUpRequired.class);
        assertThat(people().as("m-fresh", account()::closing)).isEmpty();
    }

    @Test
    @UseCase("UC-013/2")
    void until_its_window_ends_the_account_can_be_kept_and_nothing_is_erased() {
        person("m-stays");
        var order = people().as("m-stays", account()::close);
        assertThat(people().as("m-stays", account()::close)).as("ordered twice").isEqualTo(order);
        portal.pass(Duration.ofHours(23));

        keep("m-stays");
        portal.pass(Duration.ofHours(48));

        assertThat(people().as(
                                "m-stays",
                                () -> portal.bean(MyLedger.class).overview().photos()))
                .isEqualTo(1);
        assertThat(world.keycloak.has("m-stays")).isTrue();
        assertThat(people().as("m-stays", account()::closing)).isEmpty();
    }

    @Test
    @UseCase("UC-013/2")
    void once_it_has_begun_there_is_no_way_back() {
        person("m-late");
        people().as("m-late", account()::close);
        portal.pass(Duration.ofHours(25));

        assertThatThrownBy(() -> keep("m-late")).isInstanceOf(DomainException.NotFound.class);
        assertThat(world.keycloak.has("m-late")).isFalse();
    }

    @Test
    @UseCase("UC-013/6")
    void cut_off_between_two_steps_it_goes_on_where_it_was() {
        person("m-cut");
        block("disclosure");
        people().as("m-cut", account()::close);
        portal.pass(Duration.ofHours(24).plusSeconds(3));
        assertThat(stepsDone("m-cut")).contains("mails").doesNotContain("photos");
        assertThat(world.keycloak.has("m-cut")).isTrue();

        unblock("disclosure");
        portal.pass(Duration.ofHours(1));

        assertThat(stepsDone("m-cut")).contains("photos");
        assertThat(world.keycloak.has("m-cut")).isFalse();
    }

    @Test
    @UseCase("UC-013/7")
    void a_step_that_fails_again_and_again_is_tried_on_and_seen_by_support() {
        person("m-stuck");
        block("disclosure");
        people().as("m-stuck", account()::close);
        portal.pass(Duration.ofHours(25));

        var stuck = asSupport(() -> portal.bean(StuckErasings.class).all());
        assertThat(stuck)
                .singleElement()
                .satisfies(one -> assertThat(one.step()).isEqualTo("photos"));

        unblock("disclosure");
        portal.pass(Duration.ofHours(1));
        assertThat(asSupport(() -> portal.bean(StuckErasings.class).all())).isEmpty();
        assertThat(world.keycloak.has("m-stuck")).isFalse();
    }

    @Test
    @UseCase("UC-013/6")
    void while_keycloak_is_away_the_database_is_erased_and_the_account_follows() {
        person("m-away");
        people().as("m-away", account()::close);
        world.keycloak.away(true);
        portal.pass(Duration.ofHours(25));
        assertThat(photosOf("m-away")).isZero();
        assertThatThrownBy(() -> people().as("m-away", account()::closing))
                .isInstanceOf(DomainException.NotFound.class);

        world.keycloak.away(false);
        portal.pass(Duration.ofHours(1));
        assertThat(world.keycloak.has("m-away")).isFalse();
    }

    @Test
    @UseCase("UC-013/8")
    void the_platform_orders_it_with_a_notice_and_the_person_may_object() {
        person("m-told");
        var order = platform("m-told").orElseThrow();
        assertThat(order.eraseAt()).isEqualTo(order.orderedAt().plus(Duration.ofDays(14)));
        assertThat(platform("m-told")).as("repeated").contains(order);

        keep("m-told");

        assertThatThrownBy(() -> platform("m-told")).isInstanceOf(DomainException.Conflict.class);
        assertThatThrownBy(() -> platform("m-never-heard-of")).isInstanceOf(DomainException.NotFound.class);
        assertThat(count("select count(*) from subject where member_ref = 'm-never-heard-of'"))
                .as("an order does not make anybody known")
                .isZero();
    }

    @Test
    @UseCase({"UC-013/8", "UC-013/9"})
    void who_was_erased_does_not_come_back_with_a_feed_or_a_sign_in() {
        person("m-gone");
        platform("m-gone");
        portal.pass(Duration.ofDays(14).plusHours(1));
        assertThat(platform("m-gone")).as("erased already").isEmpty();

        var again = people().photo("m-gone", ref("m-gone", 9));

        assertThat(again.lines()).singleElement().satisfies(line -> {
            assertThat(line.field()).isEqualTo("member");
            assertThat(line.reason().code()).isEqualTo("erased");
        });
        assertThat(count("select count(*) from subject where member_ref = 'm-gone'"))
                .isZero();
        assertThatThrownBy(() -> people().as("m-gone", account()::closing))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    @UseCase("UC-013/9")
    void a_disclosure_of_an_erased_persons_photo_is_refused_and_an_incident() {
        person("m-shared");
        people().as("m-shared", account()::close);
        portal.pass(Duration.ofHours(25));

        var after = people().disclose(ref("m-shared", 1), "lumen-vision", world.clock.instant());
        var late = people().disclose(ref("m-shared", 1), "nearby-ads");
        var unknown = people().disclose("p-nobodys", "nearby-ads");

        assertThat(after.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.reason().code()).isEqualTo("erased"));
        assertThat(after.incidents()).isEqualTo(1);
        assertThat(late.incidents()).isEqualTo(1);
        assertThat(unknown.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.reason().code()).isEqualTo("unknown"));
        assertThat(unknown.incidents()).isZero();
        assertThat(asSupport(() -> portal.bean(Incidents.class).open(null, 10)).items())
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.AFTER_ERASURE, Incident.Kind.REPORTED_LATE);
    }

    @Test
    @UseCase("UC-013/10")
    void the_last_letter_is_waited_for_but_not_for_ever() {
        person("m-letter");
        people().as("m-letter", account()::close);
        portal.pass(Duration.ofHours(1));
        world.mail.stop();
        portal.pass(Duration.ofHours(25));
        assertThat(photosOf("m-letter")).isZero();
        assertThat(world.keycloak.has("m-letter"))
                .as("its address is what the letter needs")
                .isTrue();

        portal.pass(Duration.ofDays(3));
        assertThat(world.keycloak.has("m-letter")).isFalse();
        world.mail.start();
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
    }

    private void person(String member) {
        world.keycloak.account(member, "Someone", member + "@member.example");
        people().feed(member, 1);
    }

    private MyAccount account() {
        return portal.bean(MyAccount.class);
    }

    private void keep(String member) {
        people().as(member, () -> {
            account().keep();
            return true;
        });
    }

    private Optional<Closing> platform(String member) {
        return asPlatform(() -> portal.bean(PlatformMembers.class).close(new MemberRef(member)));
    }

    /** Makes every deletion from a table fail, as a bug or a full disk would. */
    private void block(String table) {
        portal.db().sql("""
                        create function blocked() returns trigger language plpgsql as
                        $$ begin raise exception 'planted'; end $$""").update();
        portal.db()
                .sql("create trigger blocked before delete on " + table
                        + " for each statement execute function blocked()")
                .update();
    }

    private void unblock(String table) {
        portal.db().sql("drop trigger blocked on " + table).update();
        portal.db().sql("drop function blocked()").update();
    }

    private List<String> stepsDone(String member) {
        return portal.db().sql("""
                        select s.step from erasing_step s join erasing e on e.id = s.erasing_id
                         where s.outcome = 'DONE' and e.ordered_at = (select max(ordered_at) from erasing)""").query((row, number) -> row.getString(1)).list();
    }

    private int photosOf(String member) {
        return count("select count(*) from photo where platform_ref = '" + ref(member, 1) + "'");
    }

    private int count(String sql) {
        return portal.db().sql(sql).query(Integer.class).single();
    }
}
