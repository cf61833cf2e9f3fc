package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ADA;
import static io.retrace.erasing.TwoPeople.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.MyAccount;
import io.retrace.requests.MyRequests;
import io.retrace.shared.DomainException;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backup from before an erasure is restored: what the journal knows is done again before the doors open. */
class RestoreModuleTest {

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    @UseCase({"UC-013/11", "UC-013/12"})
    void a_restored_backup_knows_neither_who_was_erased_nor_shares_what_was_taken_back() {
        try (var portal = world.start()) {
            people(portal).register();
            people(portal).feed(ADA, 3);
            people(portal).feed(BEN, 2);
        }
        var backup = world.backUp();
        try (var portal = world.start()) {
            var withdrawn = people(portal).ask(BEN);
            portal.work();
            people(portal).as(BEN, () -> {
                portal.bean(MyRequests.class).withdraw(withdrawn.id());
                return true;
            });
            portal.work();
            people(portal).ask(BEN);
            people(portal).as(ADA, () -> portal.bean(MyAccount.class).close());
            portal.pass(Duration.ofHours(25));
            assertThat(world.keycloak.has(ADA)).isFalse();
        }
        world.keycloak.account(
                ADA, "Adelheid Kanarek", "adelheid.kanarek@member.example"); // restored with its own backup
        int mails = world.mail.getReceivedMessages().length;

        try (var portal = world.startOn(backup)) {
            assertThat(traces().in(portal.db()))
                    .as("before the queue has run")
                    .containsOnly("subject.member_ref: " + ADA);
            assertThatThrownBy(() -> people(portal).as(ADA, portal.bean(MyAccount.class)::closing))
                    .isInstanceOf(DomainException.NotFound.class);
            assertThat(count(portal, "select count(*) from photo")).as("Ben’s").isEqualTo(2);
            assertThat(count(portal, "select count(*) from take_back"))
                    .as("Ben’s, at both companies")
                    .isEqualTo(4);
            assertThat(people(portal)
                            .disclose(TwoPeople.ref(BEN, 1), "lumen-vision", world.clock.instant())
                            .incidents())
                    .as("shared again, though the request is lost")
                    .isEqualTo(1);

            portal.pass(Duration.ofHours(1));

            assertThat(world.keycloak.has(ADA)).isFalse();
            assertThat(traces().in(portal.db())).isEmpty();
            assertThat(world.mail.getReceivedMessages())
                    .as("nobody gets a second last letter")
                    .hasSize(mails);
        }
        try (var portal = world.startOn(backup)) {
            assertThat(count(portal, "select count(*) from erasing"))
                    .as("a second start has nothing to do")
                    .isEqualTo(1);
        }
    }

    @Test
    @UseCase("UC-013/11")
    void what_was_given_back_inside_the_undo_window_is_given_back_again() {
        String backup;
        try (var portal = world.start()) {
            people(portal).register();
            people(portal).feed(BEN, 2);
        }
        backup = world.backUp();
        try (var portal = world.start()) {
            var request = people(portal).ask(BEN);
            portal.work();
            people(portal).as(BEN, () -> {
                portal.bean(MyRequests.class).withdraw(request.id());
                return true;
            });
            portal.work();
        }
        try (var portal = world.startOn(backup)) {
            assertThat(count(portal, "select count(*) from take_back")).isZero();
        }
    }

    @Test
    @UseCase("UC-013/13")
    void a_journal_that_was_changed_cut_or_lost_keeps_the_doors_closed() throws IOException {
        try (var portal = world.start()) {
            people(portal).register();
            for (var member : new String[] {ADA, BEN}) {
                people(portal).feed(member, 1);
                people(portal).as(member, () -> portal.bean(MyAccount.class).close());
            }
            portal.pass(Duration.ofHours(25));
        }
        var whole = Files.readString(world.journal());
        assertThat(whole.lines()).hasSize(3);
        var lines = whole.lines().toList();

        written(whole.replace("erased", "erases"));
        refused("was altered at entry 1");
        written(lines.get(0) + "\n" + lines.get(2) + "\n");
        refused("was altered at entry 1");
        written(lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(1) + "\n");
        refused("was altered at entry 1");
        written(lines.get(0) + "\n" + lines.get(1) + "\n");
        refused("ends at line 1, but this database has seen line 2");
        written("x" + whole);
        refused("was altered in its first line");
        Files.delete(world.journal());
        refused("is missing; this database has seen 2 of its lines");

        written(whole + lines.get(2).substring(0, 40)); // cut off while it was written: never committed
        world.start().close();
        assertThat(Files.readString(world.journal())).startsWith(whole);
    }

    @Test
    @UseCase("UC-013/13")
    void a_new_journal_is_begun_only_when_somebody_says_that_the_old_one_is_lost() throws IOException {
        try (var portal = world.start()) {
            people(portal).register();
        }
        var settings = world.settings();
        settings.put("retrace.journal-is-lost", "true");
        Files.move(world.journal(), world.journal().resolveSibling("elsewhere"));
        refused("is missing; this database has seen 0 of its lines");

        try (var portal = Portal.start(settings, world.clock, world.steps)) {
            assertThat(
                            count(
                                    portal,
                                    "select count(*) from evidence_leaf where convert_from(entry, 'UTF8') like '%journal-replaced%'"))
                    .as("and that is evidence")
                    .isEqualTo(1);
        }
        assertThat(Files.readString(world.journal()).lines()).hasSize(1);
        world.start().close();
    }

    @Test
    @UseCase("UC-013/13")
    void a_journal_of_another_database_is_not_accepted() throws IOException {
        try (var portal = world.start()) {
            people(portal).register();
            people(portal).feed(ADA, 1);
            people(portal).as(ADA, () -> portal.bean(MyAccount.class).close());
            portal.pass(Duration.ofHours(25));
        }
        try (var other = new World()) {
            try (var portal = other.start()) {
                var people = new TwoPeople(portal, other.clock.instant());
                people.register();
                people.feed(BEN, 1);
                people.as(BEN, () -> portal.bean(MyAccount.class).close());
                portal.pass(Duration.ofHours(25));
            }
            Files.writeString(world.journal(), Files.readString(other.journal()));
        }
        refused("belongs to another database");
    }

    private void written(String content) throws IOException {
        Files.write(
                world.journal(),
                content.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private void refused(String why) {
        assertThatThrownBy(world::start).rootCause().hasMessageContaining(why);
    }

    private TwoPeople people(Portal portal) {
        return new TwoPeople(portal, world.clock.instant());
    }

    private static Traces traces() {
        return new Traces()
                .plant(ADA)
                .plant("hash", TwoPeople.hash(TwoPeople.ref(ADA, 1)).bytes());
    }

    private static int count(Portal portal, String sql) {
        return portal.db().sql(sql).query(Integer.class).single();
    }
}
