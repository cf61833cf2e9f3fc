package io.retrace.audit;

import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.LogReader;
import io.retrace.evidence.OpenedLeaf;
import io.retrace.evidence.OpenedLeaves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The part of a bundle that proves: every leaf about the request, under one checkpoint. */
@Component
class BundleEvidence {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EvidenceLog log;
    private final LogReader reader;
    private final OpenedLeaves openings;
    private final KnownPhotos photos;

    BundleEvidence(EvidenceLog log, LogReader reader, OpenedLeaves openings, KnownPhotos photos) {
        this.log = log;
        this.reader = reader;
        this.openings = openings;
        this.photos = photos;
    }

    /**
     * What was written.
     *
     * @param size leaves under the checkpoint
     * @param waiting leaves about the request that are too young for it
     */
    record Proved(long size, int leaves, int waiting) {}

    Proved write(BundleZip zip, AuditedRequest request, @Nullable Redaction redaction) {
        var size = log.size();
        var person = request.subject().value();
        var leaves = openings.naming(person, request.named());
        zip.file("evidence/verifier-key.txt", log.verifierKey() + "\n");
        if (size > 0)
            zip.file("evidence/checkpoint.txt", reader.checkpoint(size).note());
        var index = new ArrayList<Map<String, Object>>();
        for (var opened : leaves) index.add(leaf(zip, opened, size, request, redaction));
        zip.json("evidence/leaves.json", index);
        return new Proved(size, leaves.size(), openings.waiting(person, request.named()));
    }

    /** What a leaf says stays out of a redacted bundle if it would lead to a photo; that it is in the log does not. */
    private Map<String, Object> leaf(
            BundleZip zip, OpenedLeaf opened, long size, AuditedRequest request, @Nullable Redaction redaction) {
        var leaf = opened.leaf();
        var body = opened.opening().body();
        var open = redaction == null
                || photos.among(request.subject(), Redaction.tokens(body)).isEmpty();
        var path = "evidence/" + leaf.position();
        var proof = reader.prove(leaf.position(), size).proof();
        var content = new LinkedHashMap<String, Object>();
        if (open) {
            content.put("salt", opened.opening().salt());
            content.put("body", JSON.readTree(body));
        }
        content.put("entry", leaf.entry());
        content.put("proof", proof);
        content.put("key", log.verifierKey());
        zip.json(path + ".json", content);
        zip.file(path + ".tlog-proof", proof);
        return Map.of(
                "position",
                leaf.position(),
                "time",
                leaf.time().toString(),
                "type",
                leaf.type(),
                "opened",
                open,
                "files",
                List.of(path + ".json", path + ".tlog-proof"));
    }
}
