package io.retrace.obligations;

import io.retrace.requests.Fulfilment.Tally;
import io.retrace.requests.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the companies of a request stand, counted when asked (T10). */
@Component
class Tallies {

    private final JdbcClient db;

    Tallies(JdbcClient db) {
        this.db = db;
    }

    Tally of(RequestId request, Instant now) {
        return db.sql("select " + WordSql.COUNTS + " from obligation o " + WordSql.EACH + " " + OnwardSql.EACH
                        + " where o.request_id = :request")
                .param("request", request.value())
                .param("now", Timestamp.from(now))
                .query(Tallies::tally)
                .single();
    }

    static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                row.getInt("companies"),
                row.getInt("erased"),
                row.getInt("kept"),
                row.getInt("still_open"),
                row.getInt("silent"),
                row.getInt("untouched"),
                row.getInt("onward"));
    }
}
