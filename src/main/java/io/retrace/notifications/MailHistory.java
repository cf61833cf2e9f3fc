package io.retrace.notifications;

import io.retrace.access.SentMail;
import io.retrace.access.SentMails;
import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was written, from what we noted about each mail. */
@Component
class MailHistory implements SentMails {

    private final JdbcClient jdbc;

    MailHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SentMail> to(SubjectId subject) {
        return jdbc.sql("""
                        select coalesce(ended_at, planned_at) as at, occasion, request_id, coalesce(ending, 'ON_ITS_WAY') as fate
                        from mail where subject_id = ? order by planned_at, id""").param(subject.value()).query(MailHistory::mail).list();
    }

    private static SentMail mail(ResultSet row, int number) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        return new SentMail(
                row.getTimestamp("at").toInstant(),
                Occasion.valueOf(row.getString("occasion")).key(),
                request == null ? null : new RequestId(request),
                row.getString("fate").toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
