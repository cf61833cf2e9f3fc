package io.retrace.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL’s binary COPY format, built in one array and sent at once. */
final class BinaryCopy {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private ByteBuffer rows;

    BinaryCopy(int expectedBytes) {
        rows = ByteBuffer.allocate(expectedBytes);
        rows.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row; {@code size} is an upper bound of its bytes. */
    BinaryCopy row(int columns, int size) {
        if (rows.remaining() < size + 2) {
            rows = ByteBuffer.wrap(Arrays.copyOf(rows.array(), rows.capacity() * 2 + size))
                    .position(rows.position());
        }
        rows.putShort((short) columns);
        return this;
    }

    BinaryCopy uuid(long high, long low) {
        rows.putInt(16).putLong(high).putLong(low);
        return this;
    }

    /** Also a timestamptz, as {@link Micros}. */
    BinaryCopy int8(long value) {
        rows.putInt(8).putLong(value);
        return this;
    }

    BinaryCopy int4(int value) {
        rows.putInt(4).putInt(value);
        return this;
    }

    BinaryCopy int2(int value) {
        rows.putInt(2).putShort((short) value);
        return this;
    }

    BinaryCopy nothing() {
        rows.putInt(-1);
        return this;
    }

    /** Also a text. */
    BinaryCopy bytes(byte[] source, int from, int to) {
        rows.putInt(to - from).put(source, from, to - from);
        return this;
    }

    /** Sends the rows with {@code COPY … FROM STDIN (FORMAT binary)}. */
    void send(Connection connection, String copy) throws SQLException {
        row(-1, 0);
        var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(rows.array(), 0, rows.position());
            in.endCopy();
        } finally {
            if (in.isActive()) in.cancelCopy();
        }
    }
}
