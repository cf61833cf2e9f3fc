package io.retrace.identity;

import io.retrace.shared.TimeOrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subjects in our table, their addresses in Keycloak. */
@Component
class JdbcSubjects implements Subjects {

    /** The update that changes nothing makes PostgreSQL return a row that another transaction has just inserted. */
    private static final String CREATE = """
            insert into subject (id, member_ref, created_at)
            select * from unnest(?::uuid[], ?::text[]) as new (id, member_ref), (values (?::timestamptz)) as now (at)
            on conflict (member_ref) do update set member_ref = excluded.member_ref
            returning id, member_ref
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    JdbcSubjects(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Map<MemberRef, SubjectId> ofMembers(Collection<MemberRef> members) {
        var found = new HashMap<MemberRef, SubjectId>();
        var wanted = names(members, found);
        jdbc.sql("select id, member_ref from subject where member_ref = any(?)")
                .param(wanted)
                .query(into(found));
        var missing = names(members, found);
        if (missing.length > 0) create(missing, found);
        return found;
    }

    private void create(String[] names, Map<MemberRef, SubjectId> found) {
        var now = clock.instant();
        var ids = new UUID[names.length];
        for (int i = 0; i < ids.length; i++) ids[i] = TimeOrderedId.at(now);
        jdbc.sql(CREATE).param(ids).param(names).param(Timestamp.from(now)).query(into(found));
    }

    /** Those not found yet, sorted: everybody who creates rows locks them in one order. */
    private static String[] names(Collection<MemberRef> members, Map<MemberRef, SubjectId> found) {
        return members.stream()
                .filter(member -> !found.containsKey(member))
                .map(MemberRef::value)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static RowCallbackHandler into(Map<MemberRef, SubjectId> found) {
        return row ->
                found.put(new MemberRef(row.getString("member_ref")), new SubjectId(row.getObject("id", UUID.class)));
    }

    @Override
    public Optional<Contact> contact(SubjectId subject) {
        return jdbc.sql("select member_ref from subject where id = ?")
                .param(subject.value())
                .query(String.class)
                .optional()
                .map(MemberRef::new)
                .flatMap(accounts::contact);
    }
}
