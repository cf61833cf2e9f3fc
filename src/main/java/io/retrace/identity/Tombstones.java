package io.retrace.identity;

import io.retrace.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recognises members who were erased, without knowing who they were (ADR 0013). */
@Component
class Tombstones {

    private static final String CONTEXT = "erased-member";

    private final JdbcClient jdbc;
    private final SecretBox box;

    Tombstones(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    byte[] mark(MemberRef member) {
        return box.mac(CONTEXT, member.value().getBytes(StandardCharsets.UTF_8));
    }

    void bury(byte[] mark, Instant at) {
        jdbc.sql("insert into erased_member (ref_mac, erased_at) values (?, ?) on conflict do nothing")
                .param(mark)
                .param(Timestamp.from(at))
                .update();
    }

    boolean knows(MemberRef member) {
        return !among(List.of(member)).isEmpty();
    }

    /** Those of them who were erased. */
    Set<MemberRef> among(Collection<MemberRef> members) {
        var all = List.copyOf(members);
        var found = new HashSet<MemberRef>();
        jdbc.sql("""
                        select k.i::int from unnest(?::bytea[]) with ordinality k (mark, i)
                          join erased_member e on e.ref_mac = k.mark""").param(all.stream().map(this::mark).toArray(byte[][]::new)).query(row -> {
            found.add(all.get(row.getInt(1) - 1));
        });
        return found;
    }
}
