package io.retrace.access.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Plain text in UTF-8: no control characters, and nothing that a browser would run if somebody opened it there. */
final class TextCheck {

    private static final List<String> MARKUP = List.of(
            "<!doctype",
            "<html",
            "<head",
            "<body",
            "<script",
            "<iframe",
            "<object",
            "<embed",
            "<svg",
            "<?php",
            "<?xml");
    private static final int OVERLAP = 16;
    private static final int STEP = 16 * 1024;

    private TextCheck() {}

    static void check(FileType type, Content content) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new BufferedReader(new InputStreamReader(content.from(0), strict))) {
            var window = new StringBuilder();
            var buffer = new char[STEP];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) if (control(buffer[i])) throw Refusals.broken(type);
                window.append(buffer, 0, read);
                var text = window.toString().toLowerCase(Locale.ROOT);
                if (MARKUP.stream().anyMatch(text::contains)) throw Refusals.because("markup");
                window.delete(0, Math.max(0, window.length() - OVERLAP));
            }
        } catch (CharacterCodingException e) {
            throw Refusals.broken(type);
        }
    }

    private static boolean control(char character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' || character == 0x7f;
    }
}
