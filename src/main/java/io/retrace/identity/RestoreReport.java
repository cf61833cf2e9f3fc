package io.retrace.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code ./retrace restore-check}: writes into the file that {@code retrace.restore-check} names what the check before the
 * doors did, in plain words, and ends with the doors still closed.
 */
@Component
@ConditionalOnProperty("retrace.restore-check")
class RestoreReport implements ApplicationRunner {

    private final JournalCheck check;
    private final ConfigurableApplicationContext context;
    private final Path file;

    RestoreReport(
            JournalCheck check, ConfigurableApplicationContext context, @Value("${retrace.restore-check}") Path file) {
        this.check = check;
        this.context = context;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Files.writeString(file, text(check.lines(), check.applied()));
        // not on this thread: the context is still starting
        Thread.ofPlatform().name("restore-check-ends").start(() -> System.exit(SpringApplication.exit(context)));
    }

    static String text(long lines, Map<String, Integer> applied) {
        var text = new StringBuilder(
                "The erasure journal is whole: %d %s.%n".formatted(lines, lines == 1 ? "line" : "lines"));
        if (applied.isEmpty()) {
            return text.append("This database has seen all of it: nothing had to be done.\n")
                    .toString();
        }
        text.append("This database was older than the journal. Applied again:\n");
        applied.forEach((kind, count) -> text.append("  %s: %d%n".formatted(meaning(kind), count)));
        return text.append("Accounts that the sign-in service still has are deleted as soon as the portal runs.\n")
                .append(
                        "Requests made after the backup are lost, though their photos stay taken back: tell the people.\n")
                .toString();
    }

    private static String meaning(String kind) {
        return switch (kind) {
            case Journal.ERASED -> "people erased";
            case "taken-back" -> "photos taken back from a company";
            case "given-back" -> "photos that a company may get again";
            default -> kind;
        };
    }
}
