package io.retrace.identity;

import io.retrace.shared.EmailAddress;
import io.retrace.shared.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Subjects in our table, their addresses in Keycloak. */
@Component
class JdbcSubjects implements Subjects {

    private static final String FIND = "select id, member_ref, leaving_since from subject where member_ref = any(?)";

    /**
     * The update that changes nothing makes PostgreSQL return a row that another transaction has just inserted. What returns
     * no old id is new.
     */
    private static final String CREATE = """
            insert into subject (id, member_ref, created_at)
            select * from unnest(?::uuid[], ?::text[]) as fresh (id, member_ref), (values (?::timestamptz)) as now (at)
            on conflict (member_ref) do update set member_ref = excluded.member_ref
            returning new.id as id, new.member_ref as member_ref, new.leaving_since as leaving_since, old.id is null as created
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Tombstones tombstones;
    private final Clock clock;

    JdbcSubjects(JdbcClient jdbc, Accounts accounts, Tombstones tombstones, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    @Override
    public Map<MemberRef, SubjectId> ofMembers(Collection<MemberRef> members) {
        var found = new HashMap<MemberRef, SubjectId>();
        var wanted = names(members, found);
        jdbc.sql(writing() ? FIND + " order by member_ref for key share" : FIND)
                .param(wanted)
                .query(row -> {
                    into(found, row);
                });
        var missing = names(members, found);
        if (missing.length > 0) create(missing, found);
        return found;
    }

    /** Whoever is about to write about these people holds them: an erasing that begins waits for it, or is seen by it. */
    private static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private void create(String[] names, Map<MemberRef, SubjectId> found) {
        var now = clock.instant();
        var ids = new UUID[names.length];
        for (int i = 0; i < ids.length; i++) ids[i] = TimeOrderedId.at(now);
        var created = new HashMap<MemberRef, SubjectId>();
        jdbc.sql(CREATE).param(ids).param(names).param(Timestamp.from(now)).query(row -> {
            into(row.getBoolean("created") ? created : found, row);
        });
        // asked only of who is new, and only now: whoever was erased meanwhile had their tombstone before they were
        // gone
        if (created.isEmpty()) return;
        var erased = tombstones.among(created.keySet());
        if (!erased.isEmpty()) forget(erased);
        created.keySet().removeAll(erased);
        found.putAll(created);
    }

    private void forget(Set<MemberRef> erased) {
        jdbc.sql("delete from subject where member_ref = any (?)")
                .param(erased.stream().map(MemberRef::value).toArray(String[]::new))
                .update();
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

    private static void into(Map<MemberRef, SubjectId> found, ResultSet row) throws SQLException {
        if (row.getTimestamp("leaving_since") != null) return;
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

    @Override
    public Optional<MemberRef> memberAt(EmailAddress address) {
        return accounts.memberAt(address);
    }

    @Override
    public Optional<SubjectId> known(MemberRef member) {
        var found = new HashMap<MemberRef, SubjectId>();
        jdbc.sql(writing() ? FIND + " for key share" : FIND)
                .param(new String[] {member.value()})
                .query(row -> {
                    into(found, row);
                });
        return Optional.ofNullable(found.get(member));
    }
}
