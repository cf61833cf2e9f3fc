package io.retrace.evidence;

import io.retrace.evidence.TreeStore.SignedHead;
import io.retrace.shared.DomainException;
import java.io.ByteArrayOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The log in tiles (C2SP tlog-tiles v0.1.0): what a stranger needs to rebuild the tree, follow it and compute any proof. A
 * tile is one range of one index, and once it is there it never changes.
 */
@Service
public class EvidenceTiles {

    private final JdbcTemplate jdbc;
    private final TreeStore tree;

    EvidenceTiles(JdbcTemplate jdbc, TreeStore tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** Its bytes; throws {@code NotFound} unless the latest checkpoint covers all of it. */
    @PreAuthorize("permitAll()")
    public byte[] read(Tile tile) {
        if (!tile.isWithin(tree.head().map(SignedHead::size).orElse(0L))) {
            throw new DomainException.NotFound("error.not-found");
        }
        return tile.level() == Tile.ENTRIES ? entries(tile) : hashes(tile);
    }

    private byte[] hashes(Tile tile) {
        var bytes = new ByteArrayOutputStream();
        jdbc.query(
                "select hash from evidence_node where level = ? and index >= ? and index < ? order by index",
                row -> {
                    bytes.writeBytes(row.getBytes(1));
                },
                tile.height(),
                tile.start(),
                tile.end());
        if (bytes.size() != tile.width() * 32) throw missing(tile);
        return bytes.toByteArray();
    }

    /** Each entry after its length, a big-endian uint16; a leaf’s size is limited to that by its table. */
    private byte[] entries(Tile tile) {
        var bytes = new ByteArrayOutputStream();
        var count = new int[1];
        jdbc.query(
                "select entry from evidence_leaf where position >= ? and position < ? order by position",
                row -> {
                    var entry = row.getBytes(1);
                    bytes.write(entry.length >> 8);
                    bytes.write(entry.length);
                    bytes.writeBytes(entry);
                    count[0]++;
                },
                tile.start(),
                tile.end());
        if (count[0] != tile.width()) throw missing(tile);
        return bytes.toByteArray();
    }

    private static IllegalStateException missing(Tile tile) {
        return new IllegalStateException(
                tile + " is under a signed checkpoint and yet not complete: compare the evidence tables with a backup");
    }
}
