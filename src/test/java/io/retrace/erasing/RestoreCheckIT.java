package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ADA;
import static io.retrace.erasing.TwoPeople.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.identity.MyAccount;
import io.retrace.testing.FreePorts;
import io.retrace.testing.UseCase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real backup and real commands: PostgreSQL is stopped and its folder copied, as its manual says; a person is erased; the old
 * folder is put back; then the operator starts what there is to start, each in a process of its own.
 */
class RestoreCheckIT {

    private final World world = new World();

    @TempDir
    private Path folder;

    @TempDir
    private Path backup;

    private InstalledHome home;

    @BeforeEach
    void install() throws IOException {
        home = new InstalledHome(folder);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    @UseCase({"UC-013/11", "UC-013/13"})
    void an_old_backup_is_put_back_and_the_doors_stay_closed_until_it_knows_who_was_erased_since() throws IOException {
        backUpThenErase();
        home.restore(backup);
        assertThat(home.filesOfCompanies()).as("it is back").isEqualTo(1);
        var kept = backup.resolve("kept-elsewhere");

        Files.move(home.journal(), kept);
        refusesToStart();
        assertThat(home.journal()).as("none was begun").doesNotExist();
        Files.move(kept, home.journal());

        var checked = restoreCheck();
        assertThat(checked.status()).as(checked.text()).isZero();
        assertThat(checked.text())
                .contains("The erasure journal is whole: 1 line.", "people erased: 1")
                .doesNotContain(ADA);
        assertThat(home.filesOfCompanies()).as("files, too").isZero();
        reading(db -> {
            assertThat(photos(db)).as("Ben’s").isEqualTo(1);
            assertThat(new Traces().plant(ADA).in(db))
                    .as("only what Keycloak’s queued deletion needs")
                    .isSubsetOf(List.of("subject.member_ref: " + ADA));
        });
    }

    private void backUpThenErase() {
        running(portal -> {
            var people = new TwoPeople(portal, world.clock.instant());
            people.register();
            people.feed(ADA, 3);
            people.feed(BEN, 1);
            CopyStory.begin(portal, people, ADA)
                    .upload("lumen-vision", "records.json", "[]".getBytes(StandardCharsets.UTF_8));
        });
        home.backUp(backup);
        running(portal -> {
            new TwoPeople(portal, world.clock.instant())
                    .as(ADA, () -> portal.bean(MyAccount.class).close());
            portal.pass(Duration.ofHours(25));
            assertThat(photos(portal.db())).as("Ben’s").isEqualTo(1);
        });
        assertThat(home.filesOfCompanies()).isZero();
    }

    /** The shape of production, its port wide open if it were to get so far. */
    private void refusesToStart() {
        int port = Objects.requireNonNull(FreePorts.forOne().get("portal"));
        try (var postgres = home.startPostgres();
                var door = new Door(port)) {
            var refused = new ComposePortal(home, port).run(postgres, Map.of());
            assertThat(refused.status()).as(refused.text()).isNotZero();
            assertThat(refused.text())
                    .contains("The erasure journal " + home.journal()
                            + " is missing; this database has seen 0 of its lines")
                    .contains("Put the journal back from where you keep it")
                    .contains("./retrace restore-check --journal-is-lost")
                    .doesNotContain(ADA);
            assertThat(door.opened()).as("the door opened").isFalse();
            assertThat(home.filesOfCompanies()).as("nothing was applied").isEqualTo(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome restoreCheck() {
        var launcher = Path.of("retrace").toAbsolutePath().toString();
        return Outcome.of(
                List.of(launcher, "restore-check"),
                Map.of(
                        "RETRACE_HOME", folder.toString(),
                        "RETRACE_JAR",
                                Path.of("target/retrace.jar").toAbsolutePath().toString(),
                        "RETRACE_HEAP", "512m",
                        "RETRACE_POSTGRES_PORT", String.valueOf(home.postgresPort())));
    }

    /** The portal on this folder, in this process, as long as the story needs it. */
    private void running(Consumer<Portal> story) {
        try (var postgres = home.startPostgres();
                var portal = Portal.start(home.settings(world.settings(), postgres), world.clock, world.steps)) {
            story.accept(portal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reading(Consumer<JdbcClient> story) {
        try (EmbeddedPostgres postgres = home.startPostgres()) {
            story.accept(JdbcClient.create(postgres.getPostgresDatabase()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int photos(JdbcClient db) {
        return db.sql("select count(*) from photo").query(Integer.class).single();
    }

    /** Tries a port again and again: whether anybody ever answered there. */
    private static final class Door implements AutoCloseable {

        private final AtomicBoolean opened = new AtomicBoolean();
        private final ScheduledExecutorService visitor = Executors.newSingleThreadScheduledExecutor();

        Door(int port) {
            visitor.scheduleWithFixedDelay(() -> knock(port), 0, 50, TimeUnit.MILLISECONDS);
        }

        private void knock(int port) {
            try (var tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
                opened.set(tried.isConnected());
            } catch (IOException closed) {
                // as it should be
            }
        }

        boolean opened() {
            return opened.get();
        }

        @Override
        public void close() {
            visitor.shutdownNow();
        }
    }
}
