package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code answer_link} and {@code link_mail}. Codes and limits go by the database’s time: all nodes count together. */
@Component
class LinkRows {

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody can have mailed. */
    enum Kind {
        CODE,
        LINK
    }

    /** How such a mail can end. */
    enum Ending {
        SENT,
        REFUSED,
        GAVE_UP,
        /** The link did not stand so any more when the mail was to be written. */
        MOOT,
        /** Another mail server sent it back later. */
        BOUNCED
    }

    /** A mail that somebody asked for and that has not ended. */
    record Wanted(UUID id, AnswerLink link, Kind kind, int attempts) {}

    void insert(AnswerLink link, byte[] digest) {
        jdbc.sql("""
                        insert into answer_link (id, secret_hash, obligation_id, partner_no, contact, settled, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        link.id(),
                        digest,
                        link.obligation().value(),
                        link.company().value(),
                        link.contact(),
                        link.settled(),
                        Timestamp.from(link.madeAt()))
                .update();
    }

    Optional<AnswerLink> find(byte[] digest) {
        return jdbc.sql("select * from answer_link where secret_hash = ?")
                .param(digest)
                .query((row, number) -> link(row))
                .optional();
    }

    /** Takes turns with whoever else asks for mails to this company, until the transaction ends. */
    void turn(PartnerId company) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('link_mail'), ?)")
                .param(company.value())
                .query()
                .singleRow();
        jdbc.sql("delete from link_mail where partner_no = ? and asked_at < now() - interval '30 days'")
                .param(company.value())
                .update();
    }

    /** How many were asked for lately: by this link, or for this company’s address. */
    int lately(AnswerLink link, Kind kind, Duration time, boolean wholeCompany) {
        return jdbc.sql("""
                        select count(*) from link_mail
                         where partner_no = :company and (:all or link_id = :link) and kind = :kind
                           and asked_at > now() - make_interval(secs => :seconds)""")
                .param("company", link.company().value())
                .param("all", wholeCompany)
                .param("link", link.id())
                .param("kind", kind.name())
                .param("seconds", time.toSeconds())
                .query(Integer.class)
                .single();
    }

    void want(UUID id, AnswerLink link, Kind kind) {
        jdbc.sql("insert into link_mail (id, link_id, partner_no, kind) values (?, ?, ?, ?)")
                .params(id, link.id(), link.company().value(), kind.name())
                .update();
    }

    Optional<Wanted> wanted(UUID mail) {
        return jdbc.sql("""
                        select l.*, m.kind, m.attempts from link_mail m join answer_link l on l.id = m.link_id
                         where m.id = ? and m.ended_at is null""")
                .param(mail)
                .query((row, number) ->
                        new Wanted(mail, link(row), Kind.valueOf(row.getString("kind")), row.getInt("attempts")))
                .optional();
    }

    /** Says that we are about to send, before we do. */
    void attempt(UUID mail) {
        jdbc.sql("update link_mail set attempts = attempts + 1 where id = ?")
                .param(mail)
                .update();
    }

    /** From now on this is the code of its link; an earlier one is worth nothing. */
    void code(UUID mail, byte[] mac, Duration counts) {
        jdbc.sql("""
                        update link_mail set code_mac = ?, code_until = now() + make_interval(secs => ?), tries = 0
                         where id = ?""").params(mac, counts.toSeconds(), mail).update();
    }

    void end(UUID mail, Ending ending) {
        jdbc.sql("update link_mail set ending = ?, ended_at = now() where id = ? and ended_at is null")
                .params(ending.name(), mail)
                .update();
    }

    /**
     * Uses the link’s newest code up if it is this one; every call costs a try. Two at a time take turns at the row, so that
     * a code opens once. Inside a transaction that must not be rolled back for a wrong code.
     */
    boolean use(AnswerLink link, byte[] mac, int tries) {
        record Tried(UUID id, byte[] mac) {}
        return jdbc.sql("""
                        update link_mail set tries = tries + 1
                         where id = (select id from link_mail where link_id = :link and code_mac is not null
                                      order by code_until desc, id desc limit 1)
                           and used_at is null and tries < :tries and code_until > now()
                        returning id, code_mac""")
                .param("link", link.id())
                .param("tries", tries)
                .query((row, number) -> new Tried(row.getObject("id", UUID.class), row.getBytes("code_mac")))
                .optional()
                .filter(tried -> MessageDigest.isEqual(tried.mac(), mac))
                .map(tried -> jdbc.sql("update link_mail set used_at = now() where id = ? and used_at is null")
                                .param(tried.id())
                                .update()
                        == 1)
                .orElse(false);
    }

    private static AnswerLink link(ResultSet row) throws SQLException {
        return new AnswerLink(
                row.getObject("id", UUID.class),
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                new PartnerId(row.getInt("partner_no")),
                row.getBytes("contact"),
                row.getBoolean("settled"),
                row.getTimestamp("made_at").toInstant());
    }
}
