package io.retrace.evidence;

import java.util.Base64;
import java.util.List;

/**
 * That the log at one checkpoint begins with the log at an older one (RFC 9162 §2.1.4).
 *
 * @param path the proof, lowest hash first
 */
public record ConsistencyProof(SignedCheckpoint older, SignedCheckpoint newer, List<byte[]> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** As C2SP tlog-witness sends it: the old size, the path in base 64, an empty line, the newer checkpoint. */
    public String text() {
        var text = new StringBuilder("old ").append(older.size()).append('\n');
        for (var hash : path)
            text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        return text.append('\n').append(newer.note()).toString();
    }
}
