package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.RunningRetrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./retrace} says when it cannot: one sentence with the cure, a failing exit code, nothing left running. */
class LauncherIT {

    private static final int ELSEWHERE = 21_080; // below the ports that the kernel hands out

    @TempDir
    Path home;

    private record Outcome(int status, List<String> lines) {}

    @Test
    void names_the_port_that_is_taken_and_the_way_out() throws Exception {
        try (var taken = new ServerSocket(ELSEWHERE, 1, InetAddress.getLoopbackAddress())) {
            var outcome = run("demo", "--detach", "--port", Integer.toString(taken.getLocalPort()));

            assertRefused(outcome, "Port 21080, wanted for the portal, is in use");
            assertThat(outcome.lines().getLast()).contains("--port 22080");
        }
    }

    @Test
    void asks_for_disk_before_it_fills_it() throws Exception {
        assertRefused(run(Map.of("RETRACE_DISK_KB", "999999999999"), "demo"), "Retrace needs 2 GB");
    }

    @Test
    void refuses_ports_that_do_not_fit_the_data() throws Exception {
        Files.writeString(home.resolve("ports"), "9080 9180 9025 2025 16432 9190\n");

        assertRefused(
                run("demo", "--port", Integer.toString(ELSEWHERE)),
                "were made with --port 9080",
                "--fresh",
                "RETRACE_HOME");
    }

    @Test
    void refuses_what_it_does_not_know() throws Exception {
        assertRefused(run("dance"), "./retrace help");
        assertRefused(run("demo", "--fast"), "./retrace help");
        assertRefused(run("demo", "--port", "many"), "is no port");
        assertRefused(run("bench", "../etc"), "./retrace help");
    }

    @Test
    void does_not_start_twice_in_one_folder() throws Exception {
        var running = RunningRetrace.shared();

        var outcome = run(Map.of("RETRACE_HOME", running.home().toAbsolutePath().toString()), "demo");

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.lines()).hasSize(1).first().asString().contains("already running", "./retrace stop");
        assertThat(running.portalProcess().isAlive()).isTrue();
    }

    @Test
    void stopping_nothing_is_no_failure() throws Exception {
        var outcome = run("stop");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines()).first().asString().contains("Nothing was running");
    }

    private void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.lines().getFirst()).contains(words);
        assertThat(home.resolve("portal.pid")).doesNotExist();
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Path.of("retrace").toAbsolutePath().toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("RETRACE_HOME", home.toString());
        builder.environment()
                .put(
                        "RETRACE_JAR",
                        Path.of("target/retrace.jar").toAbsolutePath().toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        return new Outcome(process.waitFor(), lines);
    }
}
