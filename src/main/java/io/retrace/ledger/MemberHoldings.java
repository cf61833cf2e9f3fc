package io.retrace.ledger;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.MyLedger.SelectionSize;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.partners.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What companies received of one person. A company that got it passed on counts like one that got it first hand. */
@Component
class MemberHoldings {

    private static final String OVERVIEW = """
            select (select count(*) from photo where subject_id = :subject) as photos,
                   count(distinct photo_id) as disclosed,
                   count(distinct partner_no) as companies,
                   count(distinct partner_no) filter (where purpose_no = any (:training)) as training
            from disclosure where subject_id = :subject""";
    private static final String COMPANIES = """
            select partner_no, count(distinct photo_id) as photos, min(disclosed_at) as first, max(disclosed_at) as last,
                   array_agg(distinct purpose_no) as purposes
            from disclosure where subject_id = :subject
            group by partner_no order by photos desc, partner_no""";
    private static final String SIZE = """
            select count(distinct photo_id) as photos, count(distinct partner_no) as companies
            from disclosure where subject_id = :subject""";

    private final JdbcClient jdbc;
    private final PartnerDirectory directory;

    MemberHoldings(JdbcClient jdbc, PartnerDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    Overview overview(SubjectId subject) {
        return jdbc.sql(OVERVIEW)
                .param("subject", subject.value())
                .param("training", trainingPurposes())
                .query((row, _) -> new Overview(
                        row.getInt("photos"), row.getInt("disclosed"), row.getInt("companies"), row.getInt("training")))
                .single();
    }

    List<CompanyHolding> companies(SubjectId subject) {
        return jdbc.sql(COMPANIES)
                .param("subject", subject.value())
                .query((row, _) -> holding(row))
                .list();
    }

    SelectionSize measure(SubjectId subject, Selection selection) {
        var query = switch (selection) {
            case Selection.All _ -> jdbc.sql(SIZE);
            case Selection.Photos photos ->
                jdbc.sql(SIZE + " and photo_id = any (:photos)")
                        .param(
                                "photos",
                                photos.photos().stream().map(PhotoId::value).toArray(UUID[]::new));
            case Selection.Companies companies ->
                jdbc.sql(SIZE + " and partner_no = any (:companies)")
                        .param(
                                "companies",
                                companies.companies().stream()
                                        .map(company -> (short) company.value())
                                        .toArray(Short[]::new));
        };
        return query.param("subject", subject.value())
                .query((row, _) -> new SelectionSize(row.getInt("photos"), row.getInt("companies")))
                .single();
    }

    private CompanyHolding holding(ResultSet row) throws SQLException {
        var purposes = (Short[]) row.getArray("purposes").getArray();
        return new CompanyHolding(
                directory.partner(new PartnerId(row.getInt("partner_no"))),
                row.getInt("photos"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant(),
                Arrays.stream(purposes).map(no -> directory.purpose(no)).toList());
    }

    private Short[] trainingPurposes() {
        return directory.purposes().stream()
                .filter(Purpose::trainsModels)
                .map(purpose -> (short) purpose.no())
                .toArray(Short[]::new);
    }
}
