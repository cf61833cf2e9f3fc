package io.retrace.erasing;

import io.retrace.testing.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The portal in a process of its own that is killed in the middle of a step: no shutdown, no hook, nothing rolled back by us. */
final class KilledErasing {

    private KilledErasing() {}

    /** Runs the queue until it is killed; its exit code. */
    static int in(String step, Instant from, Map<String, String> settings, Path log) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledErasing.class.getName(),
                step,
                from.toString()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    public static void main(String... arguments) {
        var clock = new MovableClock();
        clock.advance(Duration.between(clock.instant(), Instant.parse(arguments[1])));
        var settings = new LinkedHashMap<String, String>();
        for (var setting : List.of(arguments).subList(2, arguments.length)) {
            var parts = setting.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        var steps = new RunSteps();
        steps.end(arguments[0], KilledErasing::kill);
        Portal.start(settings, clock, steps).pass(Duration.ofHours(25));
        System.exit(0); // nobody killed it: the test sees that
    }

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
