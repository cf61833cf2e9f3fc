package io.retrace.access.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A picture or document that some program would also open as an archive or a web page: archives are found by their end
 * (APPNOTE 4.3.16) or by a mark anywhere, pages and other documents by their beginning.
 */
final class HiddenArchive {

    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_RECORD = 22;
    private static final int HEAD = 1024;
    private static final int STEP = 64 * 1024;
    private static final List<String> ANYWHERE = List.of("Rar!\u001a\u0007", "7z\u00bc\u00af'\u001c");
    private static final List<String> AT_THE_BEGINNING =
            List.of("%pdf-", "<html", "<script", "<!doctype html", "<?php", "<svg");

    private HiddenArchive() {}

    static void check(Content content) throws IOException {
        var from = Math.max(0, content.size() - LONGEST_COMMENT - END_RECORD);
        try (var in = content.from(from)) {
            var tail = in.readAllBytes();
            for (int i = tail.length - END_RECORD; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    int comment = tail[i + 20] & 0xff | (tail[i + 21] & 0xff) << 8;
                    if (i + END_RECORD + comment == tail.length) throw Refusals.polyglot();
                }
            }
        }
        marks(content);
    }

    private static void marks(Content content) throws IOException {
        try (var in = content.from(0)) {
            var carried = "";
            for (long at = 0; at < content.size(); at += STEP) {
                var text = carried + new String(in.readNBytes(STEP), StandardCharsets.ISO_8859_1);
                if (ANYWHERE.stream().anyMatch(text::contains)) throw Refusals.polyglot();
                if (at == 0) beginning(text.substring(0, Math.min(HEAD, text.length())));
                carried = text.substring(Math.max(0, text.length() - 8));
            }
        }
    }

    private static void beginning(String head) {
        var text = head.toLowerCase(Locale.ROOT);
        // a PDF itself begins with one of them
        if (AT_THE_BEGINNING.stream().anyMatch(mark -> text.indexOf(mark, 1) > 0)) throw Refusals.polyglot();
    }
}
