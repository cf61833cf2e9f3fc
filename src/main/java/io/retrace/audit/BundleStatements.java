package io.retrace.audit;

import io.retrace.audit.BundleRows.Said;
import io.retrace.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of a bundle that tells: tables, what companies declared, items. */
@Component
class BundleStatements {

    private final BundleRows rows;
    private final KnownPhotos photos;

    BundleStatements(BundleRows rows, KnownPhotos photos) {
        this.rows = rows;
        this.photos = photos;
    }

    void table(BundleZip zip, BundleTable table, AuditedRequest request, @Nullable Redaction redaction) {
        zip.file(table.path(), out -> {
            var lines = new Lines(out, "[\n", ",\n", "\n]\n");
            rows.each(table, request.id(), row -> lines.add(redacted(row, request, redaction)));
            lines.end();
        });
    }

    /** Each version as the company said it, word for word unless something in it leads to a photo. */
    void attestations(BundleZip zip, AuditedRequest request, @Nullable Redaction redaction) {
        var index = new ArrayList<Map<String, @Nullable Object>>();
        for (var said : rows.attestations(request.id())) {
            var path = "attestations/" + said.obligation() + "-v" + said.version() + ".json";
            var form = redacted(said.body(), request, redaction);
            zip.file(path, form);
            index.add(entry(said, path, verbatim(form, said)));
        }
        zip.json("attestations.json", index);
    }

    void items(BundleZip zip, AuditedRequest request, @Nullable Redaction redaction) {
        UnaryOperator<String> item = id -> redaction == null ? id : redaction.pseudonym("item", id);
        UnaryOperator<String> photo = id -> redaction == null ? id : redaction.pseudonym("photo", id);
        UnaryOperator<String> hash = id -> redaction == null ? id : redaction.pseudonym("hash", id);
        zip.file("items.csv", out -> {
            var lines = new Lines(out, "obligation,item,photo,sha256,disclosed_at,purposes\r\n", "", "");
            rows.items(
                    request.id(),
                    row -> lines.add(String.join(
                                    ",",
                                    row.obligation(),
                                    item.apply(row.ref().toString()),
                                    photo.apply(row.photo().toString()),
                                    hash.apply(row.sha256().toString()),
                                    row.disclosedAt().toString(),
                                    row.purposes())
                            + "\r\n"));
            lines.end();
        });
    }

    /** Erasing a person takes the list of files out of an answer about a copy; the digest stays that of the whole. */
    private static boolean verbatim(String form, Said said) {
        return Sha256.of(form.getBytes(StandardCharsets.UTF_8)).equals(said.sha256());
    }

    private static Map<String, @Nullable Object> entry(Said said, String path, boolean verbatim) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("obligation", said.obligation());
        entry.put("version", said.version());
        entry.put("received_at", said.receivedAt().toString());
        entry.put("declared_by", said.by());
        entry.put("kind", said.kind());
        entry.put("outcome", said.outcome());
        entry.put("erased_items", said.erasedItems());
        entry.put("kept_items", said.keptItems());
        entry.put("file", path);
        entry.put("verbatim", verbatim);
        entry.put("sha256", said.sha256().toString());
        return entry;
    }

    private String redacted(String text, AuditedRequest request, @Nullable Redaction redaction) {
        if (redaction == null) return text;
        return redaction.text(text, photos.among(request.subject(), Redaction.tokens(text)));
    }

    /** Text with something between its parts, written as it comes. */
    private static final class Lines {
        private final Writer out;
        private final String between;
        private final String end;
        private boolean first = true;

        Lines(OutputStream out, String begin, String between, String end) throws IOException {
            this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            this.between = between;
            this.end = end;
            this.out.write(begin);
        }

        void add(String line) {
            try {
                if (!first) out.write(between);
                out.write(line);
                first = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            out.write(end);
            out.flush();
        }
    }
}
