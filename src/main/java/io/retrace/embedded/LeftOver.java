package io.retrace.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Children of a run that was killed. A process id may have gone to somebody else since, so each is checked first. */
final class LeftOver {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);

    private LeftOver() {}

    /** Whether the process’s working directory is {@code folder}: PostgreSQL and our Keycloak work in their own. */
    static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            var directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
            return Files.exists(directory) && Files.isSameFile(directory, folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** All that work in {@code folder}. */
    static List<ProcessHandle> in(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, folder))
                .toList();
    }

    /** Sends the signal to the process, waits, and kills it and its children if they do not heed it. */
    static void stop(String name, ProcessHandle process, String signal) {
        LOG.info("{} (process {}) is left over from a run that was killed; stopping it first", name, process.pid());
        var family = Stream.concat(process.descendants(), Stream.of(process)).toList();
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
