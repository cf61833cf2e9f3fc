package io.retrace.evidence.verify;

import io.retrace.evidence.verify.Verdict.Proved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./retrace verify-receipt FILE [--key VKEY]}: says whether a receipt is genuine. Ends with 0 if it is, 1 if it is not,
 * 2 if it could not be looked at.
 */
public final class VerifyReceipt {

    private static final int GENUINE = 0;
    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;

    private final ResourceBundle texts;
    private final List<String> lines = new ArrayList<>();

    private VerifyReceipt(Locale locale) {
        texts = OfflineVerifier.texts(locale);
    }

    static void main(String[] arguments) {
        var command = new VerifyReceipt(Locale.getDefault());
        int status = command.run(List.of(arguments));
        command.lines.forEach(IO::println);
        Runtime.getRuntime().exit(status);
    }

    /** What was said, in order, and the status; for those who call it without a process of its own. */
    record Outcome(int status, List<String> lines) {}

    static Outcome run(Locale locale, String... arguments) {
        var command = new VerifyReceipt(locale);
        return new Outcome(command.run(List.of(arguments)), List.copyOf(command.lines));
    }

    private int run(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean named = arguments.get(i).startsWith("--");
            var name = named ? arguments.get(i) : "FILE";
            var value = !named ? arguments.get(i) : ++i < arguments.size() ? arguments.get(i) : null;
            if (value == null || options.putIfAbsent(name, value) != null) return usage();
        }
        var file = options.remove("FILE");
        if (file == null) return usage();
        return run(file, options.remove("--key"), options.remove("--leaf"), options);
    }

    private int run(String file, @Nullable String key, @Nullable String leaf, Map<String, String> unknown) {
        if (!unknown.isEmpty() || (leaf != null && key == null)) return usage();
        var unread = file;
        try {
            var bytes = read(file);
            if (leaf == null) {
                genuine(ReceiptVerifier.verify(bytes, key));
            } else if (key != null) {
                unread = leaf;
                say("verify.proved");
                entry(ReceiptVerifier.verifyProof(bytes, read(leaf), key));
            }
            return GENUINE;
        } catch (ReceiptRefused refusal) {
            lines.clear();
            say("verify.refused");
            say("verify.flaw." + refusal.flaw().key(), refusal.arguments().toArray());
            return REFUSED;
        } catch (IOException e) {
            say("verify.unreadable", unread);
            return UNUSABLE;
        }
    }

    /** Never more than can be a receipt, whatever the file is. */
    private static byte[] read(String file) throws IOException {
        try (var in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(StrictJson.LARGEST + 1);
        }
    }

    private void genuine(Verdict verdict) {
        say("verify.genuine");
        say("verify.statement");
        entry(verdict.receipt());
        say("verify.recorded", verdict.receipt().time());
        if (verdict.companies() > 0) say("verify.answers", verdict.answers().size(), verdict.companies());
        say(verdict.keyGiven() ? "verify.key.given" : "verify.key.taken", verdict.key());
    }

    private void entry(Proved entry) {
        var checkpoint = entry.checkpoint();
        say("verify.entry", entry.index() + 1, checkpoint.size(), checkpoint.origin());
    }

    private int usage() {
        say("verify.usage");
        return UNUSABLE;
    }

    private void say(String key, Object... arguments) {
        lines.add(new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments));
    }
}
