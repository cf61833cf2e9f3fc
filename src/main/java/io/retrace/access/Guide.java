package io.retrace.access;

import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.util.List;

/** What each file is, on the first page and as a plain text for those who open the package by other means. */
record Guide(Snapshot snapshot, Gallery gallery) {

    private static final List<String> FILES = List.of(
            "index.html",
            "pages/",
            "photos/",
            "companies/",
            "receipts/",
            "photos.csv",
            "disclosures.csv",
            "disclosures.json",
            "recipients.csv",
            "messages.csv",
            "messages.json",
            "schema/",
            "manifest.json");

    /** The fields of disclosures.csv that need a word. */
    private static final List<String> FIELDS =
            List.of("photo", "sent_at", "purpose", "legal_basis", "source", "reported_at", "still_held");

    void section(Html html) throws IOException {
        html.raw("<section id=\"files\">\n").element("h2", words().say("package.files"));
        html.element("p", words().say("package.files.lead")).raw("<dl>\n");
        for (var file : files()) {
            html.raw("<dt><code>").text(file).raw("</code></dt>\n").element("dd", what(file));
        }
        html.raw("</dl>\n<details><summary>")
                .text(words().say("package.fields"))
                .raw("</summary>\n<dl>\n");
        for (var field : FIELDS) {
            html.raw("<dt><code>").text(field).raw("</code></dt>\n").element("dd", fieldText(field));
        }
        html.raw("</dl></details>\n</section>\n");
    }

    void write(PackageZip zip) throws IOException {
        zip.text("README.txt", out -> {
            out.write(words().say("package.title") + " – Retrace\r\n\r\n");
            out.write(words().say(
                                    "package.made",
                                    words().time(snapshot.at()),
                                    snapshot.own().request().reference())
                    + "\r\n" + words().say("package.readme.start") + "\r\n\r\n");
            for (var file : files()) out.write(file + "\r\n    " + what(file) + "\r\n");
            out.write("\r\ndisclosures.csv\r\n");
            for (var field : FIELDS) out.write("    " + field + ": " + fieldText(field) + "\r\n");
            out.write("\r\n" + words().say("package.readme.csv") + "\r\n");
            out.write(words().say("package.readme.check") + "\r\n");
        });
    }

    private List<String> files() {
        return FILES.stream()
                .filter(file -> !file.equals("pages/") || !gallery.pages().isEmpty())
                .filter(file -> !file.equals("companies/") || !snapshot.files().isEmpty())
                .filter(file ->
                        !file.equals("receipts/") || !snapshot.receipts().isEmpty())
                .toList();
    }

    private String what(String file) {
        return words().say("package.file." + file.replaceAll("[/.]+", "-").replaceAll("-$", ""));
    }

    private String fieldText(String field) {
        return words().say("package.field." + field.replace('_', '-'));
    }

    private Phrasebook words() {
        return snapshot.words();
    }
}
