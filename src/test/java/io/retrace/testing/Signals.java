package io.retrace.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the kernel does to a process that is not asked. */
public final class Signals {

    private Signals() {}

    /** SIGKILL: no farewell, nothing flushed, whatever it was doing; returns when it is dead. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(process) == 'Z' || state(process) == 'X');
    }

    /** SIGSTOP: it does not run any more, while the kernel goes on taking what is sent to it. */
    public static void freeze(ProcessHandle process) {
        send("-STOP", process);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(process) == 'T');
    }

    /** SIGCONT: it goes on where it was, and does not know that it slept. */
    public static void thaw(ProcessHandle process) {
        send("-CONT", process);
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As in {@code /proc/PID/stat}; X when nothing is left of it. */
    private static char state(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return 'X';
        }
    }
}
