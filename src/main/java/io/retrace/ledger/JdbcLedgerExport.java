package io.retrace.ledger;

import io.retrace.identity.SubjectId;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.Sha256;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One index range read per pass, a thousand rows at a time. */
@Component
class JdbcLedgerExport implements LedgerExport {

    private static final int AT_A_TIME = 1_000;
    private static final String YEARS = """
            select cast(extract(year from uploaded_at at time zone ?) as int) as year, count(*) as photos
            from photo where subject_id = ? group by year""";
    private static final String PHOTOS = """
            select p.id, p.platform_ref, p.sha256, p.uploaded_at, p.preview,
                   d.partner_no, d.purpose_no, d.legal_basis, d.via_partner_no, d.disclosed_at, b.recorded_at
            from photo p
            left join disclosure d on d.subject_id = p.subject_id and d.photo_id = p.id
            left join feed_batch b on b.no = d.batch_no
            where p.subject_id = ?
            order by p.id desc, d.disclosed_at, d.event_id""";

    private static final String LIST = """
            select p.id, p.platform_ref, p.sha256, p.uploaded_at, p.preview, d.disclosures, d.companies
            from photo p
            left join (select photo_id, count(*) as disclosures, count(distinct partner_no) as companies
                       from disclosure where subject_id = ? group by photo_id) d on d.photo_id = p.id
            where p.subject_id = ?
            order by p.id desc""";

    private final JdbcTemplate jdbc;
    private final PartnerDirectory directory;
    private final MemberHoldings holdings;
    private final ThumbnailStore thumbnails;

    JdbcLedgerExport(
            DataSource dataSource, PartnerDirectory directory, MemberHoldings holdings, ThumbnailStore thumbnails) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(AT_A_TIME);
        this.directory = directory;
        this.holdings = holdings;
        this.thumbnails = thumbnails;
    }

    @Override
    public Overview overview(SubjectId subject) {
        return holdings.overview(subject);
    }

    @Override
    public List<CompanyHolding> companies(SubjectId subject) {
        return holdings.companies(subject);
    }

    @Override
    public SortedMap<Integer, Integer> photosByYear(SubjectId subject, ZoneId zone) {
        var years = new TreeMap<Integer, Integer>();
        jdbc.query(
                YEARS,
                row -> {
                    years.put(row.getInt("year"), row.getInt("photos"));
                },
                zone.getId(),
                subject.value());
        return years;
    }

    @Override
    public Stream<ExportedPhoto> photos(SubjectId subject) {
        var rows = jdbc.queryForStream(PHOTOS, (row, _) -> PhotoCursor.Row.read(row, directory), subject.value());
        var photos = Spliterators.spliteratorUnknownSize(
                new PhotoCursor(rows.iterator()), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(photos, false).onClose(rows::close);
    }

    @Override
    public Stream<ListedPhoto> list(SubjectId subject) {
        return jdbc.queryForStream(
                LIST,
                (row, _) -> new ListedPhoto(
                        new PhotoId(row.getObject("id", UUID.class)),
                        row.getString("platform_ref"),
                        new Sha256(row.getBytes("sha256")),
                        row.getTimestamp("uploaded_at").toInstant(),
                        row.getBoolean("preview"),
                        row.getInt("disclosures"),
                        row.getInt("companies")),
                subject.value(),
                subject.value());
    }

    @Override
    public Optional<byte[]> picture(PhotoId photo) {
        return thumbnails.read(photo);
    }
}
