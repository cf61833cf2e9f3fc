package io.retrace.identity;

import io.retrace.shared.ForModules;
import io.retrace.shared.SecretBox;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a restored backup would forget, kept in a file outside the database: who was erased, and what was taken back. Ids
 * and instants only. It is applied again before the doors open ({@link JournalCheck}). ADR 0013.
 */
@Service
@ForModules
public class Journal {

    static final String ERASED = "erased";

    /** Stands for a detail where there is none. */
    static final String NOTHING = "-";

    private final JdbcClient jdbc;
    private final JournalFile file;
    private final SecretBox box;
    private final Clock clock;
    private JournalFile.@Nullable End end;

    Journal(
            JdbcClient jdbc,
            SecretBox box,
            Clock clock,
            @Value("${retrace.journal:${retrace.embedded.home:.retrace}/journal/erasures}") Path path) {
        this.jdbc = jdbc;
        this.file = new JournalFile(path, box);
        this.box = box;
        this.clock = clock;
    }

    /**
     * How far this database knows the journal.
     *
     * @param begun whether it has ever had one
     */
    record Position(boolean begun, long no, byte @Nullable [] mac) {}

    /**
     * Writes a line and waits for the disk, in the caller’s transaction and as the last thing in it: a line whose
     * transaction was rolled back must be harmless when it is applied.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String kind, SubjectId subject, String detail) {
        position(); // its lock: one writer at a time, over all nodes
        var last = end();
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var line = JournalLine.after(last.mac(), last.no() + 1, at, kind, subject, detail, box);
        end = file.append(last, line);
        advance(line);
    }

    JournalFile file() {
        return file;
    }

    /** Holds the row until the transaction ends. */
    Position position() {
        return jdbc.sql("select begun, no, mac from journal_position for update")
                .query((row, number) -> position(row))
                .single();
    }

    void advance(JournalLine line) {
        jdbc.sql("update journal_position set no = ?, mac = ?")
                .param(line.no())
                .param(line.mac())
                .update();
    }

    void begun() {
        jdbc.sql("update journal_position set begun = true where not begun").update();
    }

    void startOver() {
        jdbc.sql("update journal_position set no = 0, mac = null").update();
        end = null;
    }

    /** Another node may have written since, or cut off a line of ours that did not get whole onto the disk. */
    private JournalFile.End end() {
        if (!file.exists()) return file.create();
        var known = end;
        return known != null && known.bytes() == file.length() ? known : file.read(line -> {});
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getBoolean("begun"), row.getLong("no"), row.getBytes("mac"));
    }
}
