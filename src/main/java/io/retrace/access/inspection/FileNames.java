package io.retrace.access.inspection;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Names under which a file may be kept on any computer: a name, never a path, and nothing that cannot be seen. */
public final class FileNames {

    private static final int LONGEST = 150;
    private static final int DEEPEST = 8;
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Set<Character> UNUSABLE = Set.of('/', '\\', ':', '*', '?', '"', '<', '>', '|');

    private FileNames() {}

    /** The name in its one normal form (NFC); throws {@code RuleViolation}. */
    public static String checked(String name) {
        if (name.isEmpty() || name.length() > LONGEST) throw Refusals.because("name-length", LONGEST);
        var normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (normal.codePoints().anyMatch(FileNames::unusable)
                || normal.startsWith(".")
                || normal.endsWith(".")
                || !normal.equals(normal.strip())
                || RESERVED.matcher(normal).matches()) {
            throw Refusals.because("name");
        }
        return normal;
    }

    /** A path inside an archive: relative, downwards only, each step a name. */
    static String checkedPath(String path) {
        var directory = path.endsWith("/");
        var steps = (directory ? path.substring(0, path.length() - 1) : path).split("/", -1);
        if (steps.length > DEEPEST) throw Refusals.because("zip-name");
        try {
            for (var step : steps) checked(step);
        } catch (io.retrace.shared.DomainException.RuleViolation bad) {
            throw Refusals.because("zip-name");
        }
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** Control characters, halves of characters, and those that turn the reading direction (“gpj.exe” that reads “exe.jpg”). */
    private static boolean unusable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> character < 128 && UNUSABLE.contains((char) character);
        };
    }
}
