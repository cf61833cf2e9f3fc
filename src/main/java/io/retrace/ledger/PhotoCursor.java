package io.retrace.ledger;

import io.retrace.partners.LegalBasis;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts rows of photo × disclosure together to photos; holds one photo at a time. */
final class PhotoCursor implements Iterator<ExportedPhoto> {

    private final Iterator<Row> rows;
    private @Nullable Row ahead;

    PhotoCursor(Iterator<Row> rows) {
        this.rows = rows;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    /** A photo, and one who received it, if anybody did. */
    record Row(
            UUID photo,
            String name,
            byte[] sha256,
            Instant uploadedAt,
            boolean preview,
            @Nullable Disclosed disclosed) {

        static Row read(ResultSet row, PartnerDirectory directory) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("platform_ref"),
                    row.getBytes("sha256"),
                    row.getTimestamp("uploaded_at").toInstant(),
                    row.getBoolean("preview"),
                    disclosed(row, directory));
        }

        private static @Nullable Disclosed disclosed(ResultSet row, PartnerDirectory directory) throws SQLException {
            int company = row.getInt("partner_no");
            if (row.wasNull()) return null;
            int via = row.getInt("via_partner_no");
            return new Disclosed(
                    directory.partner(new PartnerId(company)),
                    directory.purpose(row.getInt("purpose_no")),
                    LegalBasis.byNo(row.getInt("legal_basis")),
                    row.getTimestamp("disclosed_at").toInstant(),
                    via == 0 ? null : directory.partner(new PartnerId(via)),
                    row.getTimestamp("recorded_at").toInstant());
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public ExportedPhoto next() {
        var first = ahead;
        if (first == null) throw new NoSuchElementException();
        List<Disclosed> disclosures = new ArrayList<>();
        var row = first;
        while (row != null && row.photo.equals(first.photo)) {
            if (row.disclosed != null) disclosures.add(row.disclosed);
            row = rows.hasNext() ? rows.next() : null;
        }
        ahead = row;
        return new ExportedPhoto(
                new PhotoId(first.photo),
                first.name,
                new Sha256(first.sha256),
                first.uploadedAt,
                first.preview,
                disclosures);
    }
}
