package io.retrace.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code docs/faults.md}: what is written there is what is tested. */
public final class FaultTable {

    private static final Pattern ENDING =
            Pattern.compile("(?<word>[a-z]+(?: [a-z]+)?)(?: (?<status>\\d+))?(?: · (?<then>.+))?");

    private FaultTable() {}

    /** The cells of the rows under this heading. */
    public static List<List<String>> under(String heading) {
        try {
            return Files.readString(Path.of("docs/faults.md"))
                    .split("(?m)^## " + Pattern.quote(heading) + "$", 2)[1]
                    .split("(?m)^## ", 2)[0]
                    .lines()
                    .filter(line -> line.startsWith("| "))
                    .skip(1)
                    .map(line -> Arrays.stream(
                                    line.substring(2, line.length() - 2).split(" \\| "))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What comes of it: {@code refused 503 · 2 h}.
     *
     * @param outcome as in {@code DeliveryAttempt}, with a space for a dash
     * @param pause until the next attempt, or {@code null} if there is none by this channel
     */
    public record Expected(
            String outcome,
            @Nullable Integer status,
            @Nullable Duration pause,
            boolean byMail) {

        public static Expected of(String cell) {
            var parts = ENDING.matcher(cell);
            if (!parts.matches()) throw new IllegalArgumentException(cell);
            var then = parts.group("then");
            var status = parts.group("status");
            var byMail = "by mail".equals(then);
            return new Expected(
                    parts.group("word").replace(' ', '-'),
                    status == null ? null : Integer.valueOf(status),
                    then == null || byMail ? null : duration(then),
                    byMail);
        }

        public boolean reached() {
            return outcome.equals("reached");
        }

        private static Duration duration(String text) {
            var parts = text.split(" ");
            var number = Long.parseLong(parts[0]);
            return switch (parts[1]) {
                case "s" -> Duration.ofSeconds(number);
                case "min" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> throw new IllegalArgumentException(text);
            };
        }
    }
}
