package io.retrace.access.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a company may send; everything else is refused. */
public enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    PDF("application/pdf", "pdf"),
    ZIP("application/zip", "zip"),
    JSON("application/json", "json"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** What its first bytes say and its name confirms: both have to agree, so that nobody opens it as something else. */
    static FileType of(String name, byte[] head) {
        var named = byName(name);
        if (named == null) throw Refusals.because("type");
        var magic = byMagic(head);
        if (magic != null ? magic != named : !named.isText()) throw Refusals.because("name-differs", named.name());
        return named;
    }

    boolean isText() {
        return switch (this) {
            case JSON, CSV, TXT -> true;
            case JPEG, PNG, WEBP, GIF, PDF, ZIP -> false;
        };
    }

    private static @Nullable FileType byName(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FileType byMagic(byte[] head) {
        if (has(head, 0, "\u00ff\u00d8\u00ff")) return JPEG;
        if (has(head, 0, "\u0089PNG\r\n\u001a\n")) return PNG;
        if (has(head, 0, "RIFF") && has(head, 8, "WEBP")) return WEBP;
        if (has(head, 0, "GIF87a") || has(head, 0, "GIF89a")) return GIF;
        if (has(head, 0, "%PDF-")) return PDF;
        if (has(head, 0, "PK\u0003\u0004")) return ZIP;
        return null;
    }

    private static boolean has(byte[] head, int at, String magic) {
        var bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
