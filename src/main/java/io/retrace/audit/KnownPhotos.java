package io.retrace.audit;

import io.retrace.identity.SubjectId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which ids and hashes in a text stand for a photo of the person, or for an item of an obligation. */
@Component
class KnownPhotos {

    private static final int ID_LENGTH = 32;

    private final JdbcClient jdbc;

    KnownPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Kind by token ({@link Redaction#tokens}): {@code item}, {@code photo} or {@code hash}. */
    Map<String, String> among(SubjectId person, Set<String> tokens) {
        var kinds = new TreeMap<String, String>();
        if (tokens.isEmpty()) return kinds;
        var ids = tokens.stream().filter(token -> token.length() == ID_LENGTH).toArray(String[]::new);
        var hashes = tokens.stream().filter(token -> token.length() > ID_LENGTH).toArray(String[]::new);
        jdbc.sql("""
                        select replace(ref::text, '-', '') as token, 'item' as kind from obligation_item
                         where obligation_id in (select id from obligation where subject_id = :person)
                           and ref = any (:ids::uuid[])
                        union select replace(photo_id::text, '-', ''), 'photo' from obligation_item
                         where subject_id = :person and photo_id = any (:ids::uuid[])
                        union select replace(id::text, '-', ''), 'photo' from photo
                         where subject_id = :person and id = any (:ids::uuid[])
                        union select encode(sha256, 'hex'), 'hash' from obligation_item
                         where cardinality(:hashes::text[]) > 0 and subject_id = :person
                           and sha256 in (select decode(hash, 'hex') from unnest(:hashes::text[]) hash)
                        union select encode(sha256, 'hex'), 'hash' from photo
                         where cardinality(:hashes::text[]) > 0 and subject_id = :person
                           and sha256 in (select decode(hash, 'hex') from unnest(:hashes::text[]) hash)
                        """)
                .param("person", person.value())
                .param("ids", ids)
                .param("hashes", hashes)
                .query(row -> {
                    kinds.put(row.getString("token"), row.getString("kind"));
                });
        return kinds;
    }
}
