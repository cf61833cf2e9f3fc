package io.retrace.access;

import io.retrace.access.AccessPackage.Contents;
import io.retrace.access.PackageDownload.Device;
import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code access_package} and {@code access_download}. */
@Component
class PackageRows {

    private final JdbcClient jdbc;

    PackageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order to make one. */
    record Order(
            PackageId id,
            SubjectId subject,
            RequestId request,
            @Nullable String language) {}

    /** Where the file of a ready package is, and what opens it. */
    record Kept(
            SubjectId subject,
            RequestId request,
            String file,
            byte[] sealedKey,
            long bytes,
            Instant madeAt,
            Instant expiresAt) {}

    /** What became of an order. */
    record Made(String file, byte[] sealedKey, byte[] manifest, Contents contents, Instant expiresAt) {}

    /** False if one of this request waits already. */
    boolean order(Order order, Instant now) {
        return jdbc.sql("""
                        insert into access_package (id, subject_id, request_id, language, ordered_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (request_id) where begun_at is null and expired_at is null do nothing""")
                        .param(order.id().value())
                        .param(order.subject().value())
                        .param(order.request().value())
                        .param(order.language())
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Whether one of this request is waiting or being made. */
    boolean underWay(RequestId request) {
        return jdbc.sql("select exists (select from access_package"
                        + " where request_id = ? and made_at is null and expired_at is null)")
                .param(request.value())
                .query(Boolean.class)
                .single();
    }

    /** The order, unless it is done with; from now on it is no longer the one that waits. */
    Optional<Order> begin(PackageId id, Instant now) {
        return jdbc.sql("""
                        update access_package set begun_at = coalesce(begun_at, ?)
                        where id = ? and made_at is null and expired_at is null
                        returning subject_id, request_id, language""")
                .params(Timestamp.from(now), id.value())
                .query((row, _) -> new Order(
                        id,
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        new RequestId(row.getObject("request_id", UUID.class)),
                        row.getString("language")))
                .optional();
    }

    /** False if it was made or given up meanwhile. */
    boolean finish(PackageId id, Made made) {
        var contents = made.contents();
        return jdbc.sql("""
                        update access_package
                        set made_at = :made, expires_at = :expires, bytes = :bytes, photos = :photos,
                            disclosures = :disclosures, companies = :companies, answered = :answered,
                            manifest = :manifest, file = :file, sealed_key = :key
                        where id = :id and made_at is null and expired_at is null""")
                        .param("made", Timestamp.from(contents.madeAt()))
                        .param("expires", Timestamp.from(made.expiresAt()))
                        .param("bytes", contents.bytes())
                        .param("photos", contents.photos())
                        .param("disclosures", contents.disclosures())
                        .param("companies", contents.companies())
                        .param("answered", contents.answered())
                        .param("manifest", made.manifest())
                        .param("file", made.file())
                        .param("key", made.sealedKey())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Destroys its key, for ever; empty if that was done before. */
    Optional<Order> expire(PackageId id, Instant now) {
        return jdbc.sql("""
                        update access_package set expired_at = ?, file = null, sealed_key = null
                        where id = ? and expired_at is null returning subject_id, request_id, language""")
                .params(Timestamp.from(now), id.value())
                .query((row, _) -> new Order(
                        id,
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        new RequestId(row.getObject("request_id", UUID.class)),
                        row.getString("language")))
                .optional();
    }

    /** A package that can be read now; somebody else’s and none are the same query and the same answer. */
    Optional<Kept> kept(PackageId id, SubjectId subject, Instant now) {
        return jdbc.sql("""
                        select request_id, file, sealed_key, bytes, made_at, expires_at from access_package
                        where id = ? and subject_id = ? and expired_at is null and expires_at > ?""")
                .params(id.value(), subject.value(), Timestamp.from(now))
                .query((row, _) -> new Kept(
                        subject,
                        new RequestId(row.getObject("request_id", UUID.class)),
                        row.getString("file"),
                        row.getBytes("sealed_key"),
                        row.getLong("bytes"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    void downloaded(UUID download, PackageId id, Device device, Instant now) {
        jdbc.sql("insert into access_download (id, package_id, started_at, device) values (?, ?, ?, ?)")
                .params(download, id.value(), Timestamp.from(now), device.name())
                .update();
    }

    /** Whether a download of this package by this name began not longer ago than that. */
    boolean began(UUID download, PackageId id, Duration atMost, Instant now) {
        return jdbc.sql(
                        "select exists (select from access_download where id = ? and package_id = ? and started_at > ?)")
                .params(download, id.value(), Timestamp.from(now.minus(atMost)))
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    List<AccessPackage> of(RequestId request, SubjectId subject) {
        return jdbc.sql(
                        "select * from access_package where request_id = ? and subject_id = ? order by ordered_at desc, id desc")
                .params(request.value(), subject.value())
                .query((row, _) -> view(row))
                .list();
    }

    /** All of a person’s, in whatever state. */
    List<PackageId> ofPerson(SubjectId subject) {
        return jdbc.sql("select id from access_package where subject_id = ?")
                .param(subject.value())
                .query((row, _) -> new PackageId(row.getObject("id", UUID.class)))
                .list();
    }

    void forget(SubjectId subject) {
        jdbc.sql("delete from access_download where package_id in (select id from access_package where subject_id = ?)")
                .param(subject.value())
                .update();
        jdbc.sql("delete from access_package where subject_id = ?")
                .param(subject.value())
                .update();
    }

    private AccessPackage view(ResultSet row) throws SQLException {
        var id = new PackageId(row.getObject("id", UUID.class));
        return new AccessPackage(
                id,
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getTimestamp("ordered_at").toInstant(),
                contents(row),
                instant(row, "expires_at"),
                instant(row, "expired_at"),
                downloads(id));
    }

    private static @Nullable Contents contents(ResultSet row) throws SQLException {
        var made = instant(row, "made_at");
        if (made == null) return null;
        return new Contents(
                made,
                row.getLong("bytes"),
                row.getInt("photos"),
                row.getInt("disclosures"),
                row.getInt("companies"),
                row.getInt("answered"));
    }

    private List<PackageDownload> downloads(PackageId id) {
        return jdbc.sql("select started_at, device from access_download where package_id = ? order by started_at desc")
                .param(id.value())
                .query((row, _) -> new PackageDownload(
                        row.getTimestamp("started_at").toInstant(), Device.valueOf(row.getString("device"))))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
