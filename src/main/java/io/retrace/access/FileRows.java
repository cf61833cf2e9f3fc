package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.CopyQuestions.Question;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.shared.SecretBox;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of companies’ files. Their keys are sealed, and opened only to read. */
@Component
class FileRows {

    private final JdbcClient db;
    private final SecretBox box;

    FileRows(JdbcClient db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    void insert(CompanyFile file, Question question, FileKey key) {
        db.sql("""
                        insert into company_file (id, obligation_id, request_id, subject_id, partner_no, given_id, name,
                                                  media_type, bytes, sha256, received_at, sealed_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(file.id().value())
                .param(file.obligation().value())
                .param(question.request().value())
                .param(question.subject().value())
                .param(file.company().value())
                .param(file.givenId())
                .param(file.name())
                .param(file.mediaType())
                .param(file.bytes())
                .param(file.sha256().bytes())
                .param(Timestamp.from(file.receivedAt()))
                .param(box.seal(key.bytes(), key.context()))
                .update();
    }

    void delete(CompanyFileId file) {
        db.sql("delete from company_file where id = ?").param(file.value()).update();
    }

    List<CompanyFile> of(ObligationId obligation) {
        return db.sql("select * from company_file where obligation_id = ? order by received_at, id")
                .param(obligation.value())
                .query(FileRows::file)
                .list();
    }

    Optional<CompanyFile> find(ObligationId obligation, UUID givenId) {
        return db.sql("select * from company_file where obligation_id = ? and given_id = ?")
                .param(obligation.value())
                .param(givenId)
                .query(FileRows::file)
                .optional();
    }

    Optional<CompanyFile> find(CompanyFileId file) {
        return db.sql("select * from company_file where id = ?")
                .param(file.value())
                .query(FileRows::file)
                .optional();
    }

    List<CompanyFile> of(RequestId request) {
        return db.sql("select * from company_file where request_id = ? order by partner_no, lower(name)")
                .param(request.value())
                .query(FileRows::file)
                .list();
    }

    List<String> keysOf(SubjectId subject) {
        return db.sql("select id from company_file where subject_id = ?")
                .param(subject.value())
                .query((row, number) -> row.getString("id"))
                .list();
    }

    void deleteOf(SubjectId subject) {
        db.sql("delete from company_file where subject_id = ?")
                .param(subject.value())
                .update();
    }

    FileKey key(CompanyFileId file) {
        var sealed = db.sql("select sealed_key from company_file where id = ?")
                .param(file.value())
                .query((row, number) -> row.getBytes(1))
                .single();
        return new FileKey(file, box.open(sealed, FileKey.context(file)));
    }

    Set<String> known(Collection<String> keys) {
        if (keys.isEmpty()) return Set.of();
        return db
                .sql("select id from company_file where id = any (?)")
                .param(keys.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query((row, number) -> row.getString("id"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static CompanyFile file(ResultSet row, int number) throws SQLException {
        return new CompanyFile(
                new CompanyFileId(row.getObject("id", UUID.class)),
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                new PartnerId(row.getInt("partner_no")),
                row.getObject("given_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                new Sha256(row.getBytes("sha256")),
                row.getTimestamp("received_at").toInstant());
    }
}
