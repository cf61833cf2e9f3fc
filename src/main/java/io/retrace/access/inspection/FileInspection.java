package io.retrace.access.inspection;

import java.io.IOException;

/** Looks into a file: what it is, whether it is only that, and whether opening it could hurt anybody. */
public final class FileInspection {

    private static final int HEAD = 1024;

    private final ZipLimits zip;

    public FileInspection(ZipLimits zip) {
        this.zip = zip;
    }

    /** Throws {@code RuleViolation} that names the reason. */
    public FileType inspect(String name, Content content) throws IOException {
        var type = type(name, content);
        if (type == FileType.ZIP) new ZipCheck(content, zip).check();
        else checkPlain(type, content);
        return type;
    }

    /** Everything but an archive. */
    static void checkPlain(FileType type, Content content) throws IOException {
        switch (type) {
            case JPEG -> JpegCheck.check(content);
            case PNG -> PngCheck.check(content);
            case WEBP -> WebpCheck.check(content);
            case GIF -> GifCheck.check(content);
            case PDF -> PdfCheck.check(content);
            case JSON -> JsonCheck.check(content);
            case CSV, TXT -> TextCheck.check(type, content);
            case ZIP -> throw Refusals.because("zip-nested");
        }
        if (!type.isText()) HiddenArchive.check(content);
    }

    static FileType type(String name, Content content) throws IOException {
        if (content.size() == 0) throw Refusals.because("empty");
        try (var in = content.from(0)) {
            return FileType.of(name, in.readNBytes(HEAD));
        }
    }
}
