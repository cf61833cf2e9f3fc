package io.retrace.identity;

import java.io.PrintStream;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code ./retrace restore-check}: what the check before the doors did, in plain words; then the end, doors still closed. */
@Component
@ConditionalOnBooleanProperty("retrace.restore-check")
class RestoreReport implements ApplicationRunner {

    private final JournalCheck check;
    private final ConfigurableApplicationContext context;

    RestoreReport(JournalCheck check, ConfigurableApplicationContext context) {
        this.check = check;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        say(System.out, check.lines(), check.applied());
        // not on this thread: the context is still starting
        Thread.ofPlatform().name("restore-check-ends").start(() -> System.exit(SpringApplication.exit(context)));
    }

    static void say(PrintStream out, long lines, Map<String, Integer> applied) {
        out.println("The erasure journal has " + lines + (lines == 1 ? " line" : " lines")
                + ", and every one is as it was written.");
        if (applied.isEmpty()) {
            out.println("This database has seen all of them: nothing had to be done.");
            return;
        }
        out.println("This database was older than the journal. Applied again:");
        applied.forEach((kind, count) -> out.println("  " + meaning(kind) + ": " + count));
        out.println("Accounts that the sign-in service still has are deleted as soon as the portal runs.");
        out.println(
                "Requests made after the backup are lost, though their photos stay taken back: tell the people to ask again.");
    }

    private static String meaning(String kind) {
        return switch (kind) {
            case Journal.ERASED -> "people erased";
            case "taken-back" -> "photos taken back from a company";
            case "given-back" -> "photos that may be shared with a company again";
            default -> kind;
        };
    }
}
