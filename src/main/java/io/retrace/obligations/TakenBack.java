package io.retrace.obligations;

import io.retrace.requests.RequestId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Photos of one person that one company must not get again, or may: the detail of a line of the journal, written
 * {@code <company’s number>:<ids of photos, 16 bytes each, in Base64>}.
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
record TakenBack(boolean taken, short company, UUID[] photos) {

    static final String TAKEN = "taken-back";
    static final String GIVEN = "given-back";

    static List<TakenBack> of(JdbcClient db, RequestId request) {
        return db.sql("""
                        select o.partner_no, t.photo_id is not null as taken, array_agg(i.photo_id order by i.photo_id) as photos
                          from obligation o join obligation_item i on i.obligation_id = o.id
                          left join take_back t on t.subject_id = i.subject_id and t.photo_id = i.photo_id
                                               and t.partner_no = o.partner_no
                         where o.request_id = ? group by 1, 2 order by 1, 2""").param(request.value()).query(TakenBack::row).list();
    }

    static TakenBack read(boolean taken, String detail) {
        var parts = detail.split(":", 2);
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts[1]));
        var photos = new UUID[bytes.remaining() / 16];
        for (int i = 0; i < photos.length; i++) photos[i] = new UUID(bytes.getLong(), bytes.getLong());
        return new TakenBack(taken, Short.parseShort(parts[0]), photos);
    }

    String kind() {
        return taken ? TAKEN : GIVEN;
    }

    String detail() {
        var bytes = ByteBuffer.allocate(photos.length * 16);
        for (var photo : photos) bytes.putLong(photo.getMostSignificantBits()).putLong(photo.getLeastSignificantBits());
        return company + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static TakenBack row(ResultSet row, int number) throws SQLException {
        return new TakenBack(row.getBoolean("taken"), row.getShort("partner_no"), (UUID[])
                row.getArray("photos").getArray());
    }
}
