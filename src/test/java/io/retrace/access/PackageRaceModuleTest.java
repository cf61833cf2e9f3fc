package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.AccessPackage.State;
import io.retrace.access.Member.Company;
import io.retrace.access.PackageDownload.Device;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two at the same time, on two connections. */
class PackageRaceModuleTest {

    private final AccessWorld world = AccessWorld.shared();
    private final Member ada = world.member(Locale.ENGLISH);
    private final Company lumen = Company.register(world, "Lumen Vision");
    private final LeafCount leaves =
            new LeafCount(world.dataSource()).about(ada.subject().value());

    @Test
    @UseCase("UC-012/11")
    void two_workers_that_make_the_same_package_leave_one_that_opens() {
        for (int round = 0; round < 8; round++) {
            var request = ada.asksForCopy(lumen);
            var id = world.newest(ada, request).id();
            leaves.exactlyOne(
                    "package-prepared",
                    () -> assertThat(twice(() -> make(id)))
                            .as("whose draft another threw away tries again and finds it made")
                            .allMatch(failed -> failed == null || failed instanceof NoSuchFileException));
            world.runDue(); // as the queue would after a failure
            assertThat(world.newest(ada, request).state(world.now())).isEqualTo(State.READY);
            assertThat(Unzipped.of(world.download(ada, id)).entries()).containsKey("manifest.json");
            assertThat(files(id)).as("of the other nothing is left").hasSize(1);
        }
    }

    @Test
    @UseCase("UC-012/9")
    void two_orders_at_the_same_time_are_one() {
        var request = ada.asksForCopy(lumen);
        world.runDue();
        for (int round = 2; round < 6; round++) {
            leaves.exactlyOne(
                    "package-ordered",
                    () -> assertThat(twice(() -> ada.signedIn(() -> {
                                world.packages().makeAgain(request, Locale.GERMAN);
                                return request;
                            })))
                            .containsOnlyNulls());
            world.runDue();
            assertThat(ada.signedIn(() -> world.packages().of(request))).hasSize(round);
        }
    }

    @Test
    @UseCase("UC-012/9")
    void one_that_is_being_made_is_not_ordered_again() {
        var request = ada.asksForCopy(lumen);
        world.bean(PackageRows.class).begin(world.newest(ada, request).id(), world.now());
        leaves.none(() -> ada.signedIn(() -> {
            world.packages().makeAgain(request, Locale.GERMAN);
            return request;
        }));
    }

    @Test
    @UseCase("UC-012/9")
    void who_is_downloading_when_it_expires_gets_it_whole_and_nobody_after_that() throws IOException {
        var request = ada.asksForCopy(lumen);
        world.runDue();
        var id = world.newest(ada, request).id();
        var whole = world.download(ada, id);
        var open = ada.proved(() -> world.packages().download(id, Device.PHONE, null));
        var later = ada.proved(() -> world.packages().download(id, Device.PHONE, null));
        var out = new ExpiringOnTheWay(() -> {
            world.bean(PackageLife.class).expire(id);
            world.bean(PackageStore.class).destroy(id);
            return id;
        });
        open.reader().copy(0, open.file().bytes(), out);
        assertThat(out.received.toByteArray()).isEqualTo(whole);
        assertThatThrownBy(() -> later.reader().copy(0, 1, OutputStream.nullOutputStream()))
                .as("who only wanted to begin")
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ada.proved(() -> world.packages().download(id, Device.PHONE, open.download())))
                .isInstanceOf(NotFound.class);
    }

    /** Lets it expire when the first bytes have gone out. */
    private static final class ExpiringOnTheWay extends OutputStream {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final Callable<?> expire;
        private boolean begun;

        ExpiringOnTheWay(Callable<?> expire) {
            this.expire = expire;
        }

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException("a whole chunk at a time");
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            received.write(bytes, from, count);
            if (begun) return;
            begun = true;
            try {
                expire.call();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    private PackageId make(PackageId id) throws IOException {
        world.bean(Packer.class).make(id);
        return id;
    }

    /** How each ended: {@code null} if well. */
    private static List<@Nullable Throwable> twice(Callable<?> action) {
        var together = new CyclicBarrier(2);
        var ended = new ArrayList<@Nullable Throwable>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            Callable<Object> worker = () -> {
                together.await();
                return action.call();
            };
            for (var done : workers.invokeAll(List.of(worker, worker))) ended.add(failure(done));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return ended;
    }

    private static @Nullable Throwable failure(Future<?> done) {
        return done.state() == Future.State.FAILED ? done.exceptionNow() : null;
    }

    private List<?> files(PackageId id) {
        var folder = world.folder().resolve(id.toString().substring(34)).resolve(id.toString());
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
