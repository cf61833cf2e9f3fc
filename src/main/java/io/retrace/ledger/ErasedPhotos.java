package io.retrace.ledger;

import io.retrace.ledger.RefusedLine.Reason;
import io.retrace.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises photos of people who were erased, without knowing which or whose (ADR 0013). A disclosure of one is not
 * recorded, because nobody is there to record it of; that it happened is an incident for support (T6).
 */
@Component
class ErasedPhotos {

    private static final String CONTEXT = "erased-photo";
    private static final String INCIDENTS = """
            insert into incident (id, kind, partner_no, event_id, disclosed_at, opened_at)
            select uuidv7(), case when k.at < e.erased_at then 'REPORTED_LATE' else 'AFTER_ERASURE' end,
                   k.partner, k.event, k.at, ?
              from unnest(?::bytea[], ?::smallint[], ?::uuid[], ?::timestamptz[]) k (mark, partner, event, at)
              join erased_photo e on e.ref_mac = k.mark
            on conflict (event_id) do nothing""";

    private final JdbcClient jdbc;
    private final SecretBox box;

    ErasedPhotos(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    void bury(List<String> refs, Instant at) {
        jdbc.sql(
                        "insert into erased_photo (ref_mac, erased_at) select mark, ? from unnest(?::bytea[]) mark on conflict do nothing")
                .param(Timestamp.from(at))
                .param(refs.stream().map(this::mark).toArray(byte[][]::new))
                .update();
    }

    /** Refuses rows whose photo is not registered: as erased where it once was, as unknown otherwise; returns new incidents. */
    int refuse(DisclosureBatch batch, int[] rows, Instant now) {
        var marks = Arrays.stream(rows)
                .mapToObj(row -> mark(batch.refs, batch.refFrom(row), batch.refTo[row]))
                .toArray(byte[][]::new);
        var erased = new boolean[rows.length];
        jdbc.sql("""
                        select k.i::int from unnest(?::bytea[]) with ordinality k (mark, i)
                          join erased_photo e on e.ref_mac = k.mark""").param(marks).query(row -> {
            erased[row.getInt(1) - 1] = true;
        });
        boolean any = false;
        for (int i = 0; i < rows.length; i++) {
            batch.refuse(rows[i], "photo", erased[i] ? Reason.ERASED : Reason.UNKNOWN);
            any |= erased[i];
        }
        return any ? open(batch, rows, marks, now) : 0;
    }

    private int open(DisclosureBatch batch, int[] rows, byte[][] marks, Instant now) {
        return jdbc.sql(INCIDENTS)
                .param(Timestamp.from(now))
                .param(marks)
                .param(Arrays.stream(rows).mapToObj(row -> batch.partner[row]).toArray(Short[]::new))
                .param(Arrays.stream(rows).mapToObj(batch::event).toArray(UUID[]::new))
                .param(Arrays.stream(rows)
                        .mapToObj(row -> Timestamp.from(Micros.instant(batch.micros[row])))
                        .toArray(Timestamp[]::new))
                .update();
    }

    private byte[] mark(String ref) {
        return box.mac(CONTEXT, ref.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mark(byte[] refs, int from, int to) {
        return box.mac(CONTEXT, Arrays.copyOfRange(refs, from, to));
    }
}
