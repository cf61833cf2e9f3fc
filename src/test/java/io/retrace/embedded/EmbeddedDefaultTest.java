package io.retrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

class EmbeddedDefaultTest {

    @TempDir
    Path home;

    @Test
    void nothing_starts_and_nothing_is_written_once_all_three_are_configured() {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.datasource.url", "jdbc:postgresql://db.example/retrace",
                "retrace.keycloak.url", "https://id.retrace.example",
                "spring.mail.host", "mail.example",
                "retrace.embedded.home", home.toString()));

        try (var context = application.run()) {
            assertThat(context.getEnvironment().getPropertySources().contains("embedded default"))
                    .isFalse();
        }

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void secrets_are_drawn_once_and_only_their_owner_may_read_them() throws IOException {
        var first = Secrets.in(home).properties();

        assertThat(Secrets.in(home).properties()).isEqualTo(first);
        assertThat(first).doesNotContainValue("").hasSizeGreaterThan(5);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
        assertThat(Secrets.in(Files.createDirectory(home.resolve("other"))).properties())
                .doesNotContainEntry("retrace.secret-key", first.get("retrace.secret-key"));
    }

    @Test
    void a_home_has_one_user_at_a_time() throws IOException {
        try (var _ = HomeLock.acquire(home)) {
            assertThatThrownBy(() -> HomeLock.acquire(home))
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining("already running");
        }
        HomeLock.acquire(home).close();
    }

    @Test
    void a_port_in_use_is_named_with_the_property_that_changes_it() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "PostgreSQL", "some.property"))
                    .isInstanceOfSatisfying(EmbeddedFailure.class, failure -> {
                        assertThat(failure).hasMessageContaining(Integer.toString(taken.getLocalPort()));
                        assertThat(failure.cure()).contains("some.property");
                    });
        }
    }

    @Test
    void what_a_killed_run_left_is_told_by_the_folder_it_works_in() throws Exception {
        var process = new ProcessBuilder("sleep", "60").directory(home.toFile()).start();
        try {
            assertThat(LeftOver.in(home)).extracting(ProcessHandle::pid).containsExactly(process.pid());
            assertThat(LeftOver.in(home.resolve("..")))
                    .extracting(ProcessHandle::pid)
                    .doesNotContain(process.pid());

            LeftOver.stop("sleep", process.toHandle(), "TERM");

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Configuration
    static class Nothing {}
}
