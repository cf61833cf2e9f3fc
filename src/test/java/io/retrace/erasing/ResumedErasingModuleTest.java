package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.identity.MyAccount;
import io.retrace.testing.UseCase;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An erasing that is cut off in any of its steps goes on there: nothing is left out, nothing done twice, the account last. */
class ResumedErasingModuleTest {

    private final World world = new World();
    private Portal portal = world.start();

    @BeforeEach
    void register() {
        people().register();
    }

    @AfterEach
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase("UC-013/6")
    void whichever_step_fails_it_goes_on_with_that_one() {
        person("m-whole");
        close("m-whole");
        portal.pass(Duration.ofHours(25));
        var whole = world.steps.ran();
        var names = whole.stream().distinct().toList();
        var first = whole.subList(0, whole.lastIndexOf(names.getFirst()));
        assertThat(first)
                .as("once each, then all once more")
                .hasSizeGreaterThan(7)
                .doesNotHaveDuplicates();

        for (var name : names) {
            var member = "m-" + name;
            person(member);
            var mails = world.mail.getReceivedMessages().length;
            close(member);
            world.steps.end(name, () -> {
                throw new IllegalStateException("planted");
            });
            portal.pass(Duration.ofHours(24).plusSeconds(3));

            int at = first.indexOf(name);
            if (at >= 0) { // otherwise it waits until nothing is owed, and comes when the account is gone
                assertThat(done("DONE")).as("before %s", name).isEqualTo(first.subList(0, at));
                assertThat(world.keycloak.has(member)).as("the account is last").isTrue();
                assertThat(world.mail.getReceivedMessages()).hasSize(mails + 1);
            }
            portal.pass(Duration.ofHours(1));

            var expected = new ArrayList<>(whole);
            expected.add(at >= 0 ? at : whole.indexOf(name), name);
            if (at >= 0) assertThat(world.steps.ran()).as(name).isEqualTo(expected);
            else world.steps.ran();
            assertThat(done("DONE")).as("first turn, once each").isEqualTo(first);
            assertGone(member, mails);
        }
    }

    @Test
    @UseCase("UC-013/6")
    void killed_in_the_middle_of_a_step_it_goes_on_in_another_process() throws Exception {
        person("m-killed");
        var mails = world.mail.getReceivedMessages().length;
        close("m-killed");
        portal.close();

        var log = world.home.resolve("killed.log");
        var status = KilledErasing.in("obligation-items", world.clock.instant(), world.settings(), log);

        assertThat(status).as(Files.readString(log)).isEqualTo(128 + 9);
        world.clock.advance(Duration.ofHours(25));
        portal = world.start();
        assertThat(done("DONE")).contains("company-files").doesNotContain("obligation-items");
        assertThat(count("photo where platform_ref = '" + ref("m-killed", 1) + "'"))
                .isEqualTo(1);
        assertThat(world.keycloak.has("m-killed")).isTrue();

        portal.takeOverFromTheDead();
        portal.pass(Duration.ofHours(1));

        assertThat(world.steps.ran().getFirst())
                .as("what was done is not done again")
                .isEqualTo("obligation-items");
        assertThat(done("DONE")).doesNotHaveDuplicates();
        assertGone("m-killed", mails);
    }

    private void assertGone(String member, int mails) {
        assertThat(world.keycloak.has(member)).isFalse();
        assertThat(world.mail.getReceivedMessages())
                .as("that it was ordered, and that it is done")
                .hasSize(mails + 2);
        assertThat(count("subject where member_ref = '" + member + "'")).isZero();
        assertThat(count("photo where platform_ref = '" + ref(member, 1) + "'")).isZero();
        assertThat(count("erasing where done_at is null")).isZero();
    }

    /** Steps of the newest erasing with this outcome, in order. */
    private List<String> done(String outcome) {
        var newest = portal.db()
                .sql("select id from erasing order by ordered_at desc, id desc limit 1")
                .query(UUID.class)
                .single();
        return portal.db()
                .sql("select step from erasing_step where erasing_id = ? and outcome = ? order by no")
                .params(newest, outcome)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void person(String member) {
        world.keycloak.account(member, "Someone", member + "@member.example");
        people().feed(member, 1);
        world.steps.ran();
    }

    private void close(String member) {
        people().as(member, () -> portal.bean(MyAccount.class).close());
        portal.work();
    }

    private int count(String table) {
        return portal.db()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
    }
}
