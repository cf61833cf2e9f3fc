package io.retrace.ledger;

import io.retrace.identity.SubjectId;
import io.retrace.partners.LegalBasis;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One person’s photos. The primary key is their order: ids carry the time of upload. */
@Component
class MemberPhotos {

    private static final int MOST = 200;
    private static final String SUMMARY = """
            select p.id, p.uploaded_at, p.preview,
                   (select count(distinct d.partner_no) from disclosure d
                    where d.subject_id = p.subject_id and d.photo_id = p.id) as companies
            from photo p where p.subject_id = :subject""";
    private static final String SLICE = SUMMARY + "\n" + """
             and (cast(:after as uuid) is null or p.id < :after)
             order by p.id desc limit :limit""";
    private static final String SLICE_AT = SUMMARY + "\n" + """
             and (cast(:after as uuid) is null or p.id < :after)
             and exists (select from disclosure d
                         where d.subject_id = p.subject_id and d.photo_id = p.id and d.partner_no = :company)
             order by p.id desc limit :limit""";
    private static final String TRAIL = """
            select d.partner_no, d.purpose_no, d.legal_basis, d.via_partner_no, d.disclosed_at, b.recorded_at
            from disclosure d join feed_batch b on b.no = d.batch_no
            where d.subject_id = :subject and d.photo_id = :photo
            order by d.disclosed_at, d.event_id""";

    private final JdbcClient jdbc;
    private final PartnerDirectory directory;

    MemberPhotos(JdbcClient jdbc, PartnerDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    Slice<PhotoSummary> newestFirst(SubjectId subject, @Nullable PartnerId company, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        var query = jdbc.sql(company == null ? SLICE : SLICE_AT)
                .param("subject", subject.value())
                .param("after", Cursor.read(after))
                .param("limit", size + 1);
        if (company != null) query = query.param("company", company.value());
        var rows = query.query((row, _) -> summary(row)).list();
        if (rows.size() <= size) return new Slice<>(rows, null);
        var items = rows.subList(0, size);
        return new Slice<>(items, Cursor.write(items.getLast().id().value()));
    }

    /** Somebody else’s photo and no photo are the same query and the same answer. */
    PhotoSummary one(SubjectId subject, PhotoId photo) {
        return jdbc.sql(SUMMARY + " and p.id = :photo")
                .param("subject", subject.value())
                .param("photo", photo.value())
                .query((row, _) -> summary(row))
                .optional()
                .orElseThrow(() -> new NotFound("error.not-found"));
    }

    List<Disclosed> disclosures(SubjectId subject, PhotoId photo) {
        return jdbc.sql(TRAIL)
                .param("subject", subject.value())
                .param("photo", photo.value())
                .query((row, _) -> disclosed(row))
                .list();
    }

    private Disclosed disclosed(ResultSet row) throws SQLException {
        int via = row.getInt("via_partner_no");
        return new Disclosed(
                directory.partner(new PartnerId(row.getInt("partner_no"))),
                directory.purpose(row.getInt("purpose_no")),
                LegalBasis.byNo(row.getInt("legal_basis")),
                instant(row, "disclosed_at"),
                via == 0 ? null : directory.partner(new PartnerId(via)),
                instant(row, "recorded_at"));
    }

    private static PhotoSummary summary(ResultSet row) throws SQLException {
        return new PhotoSummary(
                new PhotoId(row.getObject("id", UUID.class)),
                instant(row, "uploaded_at"),
                row.getInt("companies"),
                row.getBoolean("preview"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
