package io.retrace.requests;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts belong to the account that typed them: nobody else, and no colleague of the same company, reads them. */
@Service
@Transactional
class KeptDrafts implements Drafts {

    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9:-]{0,63}");

    private final JdbcClient db;
    private final CurrentUser user;
    private final Clock clock;

    KeptDrafts(JdbcClient db, CurrentUser user, Clock clock) {
        this.db = db;
        this.user = user;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Optional<String> read(String name) {
        return db.sql("select content from draft where owner = ? and name = ?")
                .param(user.actor().id())
                .param(checked(name))
                .query(String.class)
                .optional();
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public void keep(String name, String content) {
        if (content.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new DomainException.RuleViolation("content", "error.draft-too-long", MOST_BYTES / 1024);
        }
        if (content.indexOf('\0') >= 0) throw new DomainException.RuleViolation("content", "error.text-control");
        db.sql("""
                        insert into draft (owner, name, content, kept_at, subject_id) values (?, ?, ?, ?, ?)
                        on conflict (owner, name) do update
                           set content = excluded.content, kept_at = excluded.kept_at, subject_id = excluded.subject_id
                        """)
                .param(user.actor().id())
                .param(checked(name))
                .param(content)
                .param(Timestamp.from(clock.instant()))
                .param(user.has(Roles.MEMBER) ? user.subject().value() : null)
                .update();
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public void forget(String name) {
        db.sql("delete from draft where owner = ? and name = ?")
                .param(user.actor().id())
                .param(checked(name))
                .update();
    }

    /** Nobody comes back to what was typed a month ago. */
    @ForModules
    void forgetOld() {
        db.sql("delete from draft where kept_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not the name of a draft");
        return name;
    }
}
