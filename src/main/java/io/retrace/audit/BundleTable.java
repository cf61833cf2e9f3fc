package io.retrace.audit;

/**
 * What a bundle tells of a request, row by row, in one column of JSON each. Columns are named one by one, so that a new
 * one never slips out; a person’s account, name or address is in none of them.
 */
enum BundleTable {
    REQUEST("request.json", """
            select jsonb_build_object('reference', reference, 'kind', kind, 'status', status, 'scope', scope, 'photos', photos,
                   'companies', companies, 'received_at', received_at, 'undo_until', undo_until,
                   'released_at', released_at, 'closed_at', closed_at, 'deadline', jsonb_build_object(
                       'due', deadline_due, 'rule', deadline_rule, 'article', deadline_article,
                       'start', deadline_start, 'computed', deadline_computed))::text
              from request where id = :request"""),

    DECISIONS("decisions.json", """
            select jsonb_build_object('at', at, 'by', actor_kind, 'from', from_status, 'to', to_status, 'why', why)::text
              from request_transition where request_id = :request order by id"""),

    OBLIGATIONS("obligations.json", """
            select jsonb_build_object('reference', o.reference, 'kind', o.kind, 'company', jsonb_build_object('slug', p.slug,
                       'name', p.name, 'legal_name', p.legal_name, 'country', p.country, 'role', p.role),
                   'items', o.items, 'first_disclosed_at', o.first_disclosed_at, 'planned_at', o.planned_at,
                   'released_at', o.released_at, 'cancelled_at', o.cancelled_at, 'asked_at', o.asked_at,
                   'last_asked_at', o.last_asked_at, 'times_asked', o.times_asked,
                   'acknowledged_at', o.acknowledged_at, 'expected_by', o.expected_by,
                   'silent_after', o.silent_after, 'answered_at', o.answered_at, 'outcome', o.outcome,
                   'answers', o.answers, 'kept_until', o.kept_until, 'follow_up_at', o.follow_up_at)::text
              from obligation o join partner p on p.no = o.partner_no
             where o.request_id = :request order by o.id"""),

    DEADLINES("deadlines.json", """
            select jsonb_build_object('obligation', o.reference, 'legal_due', o.legal_due, 'due', o.due,
                   'silent_after', o.silent_after, 'next_action', o.next_action, 'next_action_at', o.next_action_at,
                   'whose_turn', o.owner, 'stage', o.stage)::text
              from obligation o where o.request_id = :request order by o.id"""),

    TIMELINE("timeline.json", """
            select jsonb_build_object('at', at, 'by', by, 'obligation', obligation, 'what', what, 'detail', detail)::text
              from (select id, at, actor_kind as by, null as obligation, why as what, null as detail
                      from request_transition where request_id = :request
                    union all
                    select e.id, e.at, e.actor_kind, o.reference, e.key, e.detail
                      from obligation_entry e join obligation o on o.id = e.obligation_id
                     where e.request_id = :request) line
             order by at, obligation nulls first, id"""),

    DELIVERIES("deliveries.json", """
            select jsonb_build_object('obligation', o.reference, 'round', d.round, 'message_id', d.message_id,
                   'channel', d.channel, 'written_at', d.written_at, 'ended_at', d.ended_at, 'ending', d.ending,
                   'for_support_since', d.for_support_since, 'attempts', coalesce((
                       select jsonb_agg(jsonb_build_object('no', a.no, 'channel', a.channel, 'started_at', a.started_at,
                              'completed_at', a.completed_at, 'outcome', a.outcome, 'status', a.status) order by a.no)
                         from delivery_attempt a
                        where a.obligation_id = d.obligation_id and a.round = d.round), '[]'))::text
              from delivery d join obligation o on o.id = d.obligation_id
             where o.request_id = :request order by o.id, d.round"""),

    ANSWERS("answers.json", """
            select jsonb_build_object('obligation', o.reference, 'received_at', i.received_at, 'verdict', i.verdict,
                   'detail', i.detail, 'bytes', i.bytes, 'sha256', encode(i.sha256, 'hex'))::text
              from inbound_answer i join obligation o on o.id = i.obligation_id
             where o.request_id = :request order by i.received_at, i.id"""),

    MAILS("mails.json", """
            select jsonb_build_object('id', m.id, 'occasion', m.occasion, 'obligation', o.reference,
                   'planned_at', m.planned_at, 'attempts', m.attempts, 'last_attempt_at', m.last_attempt_at,
                   'smtp_code', m.smtp_code, 'ended_at', m.ended_at, 'ending', m.ending)::text
              from mail m left join obligation o on o.id = m.obligation_id
             where m.request_id = :request order by m.planned_at, m.id"""),

    FILES("files.json", """
            select jsonb_build_object('id', f.id, 'obligation', o.reference, 'media_type', f.media_type,
                   'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex'), 'received_at', f.received_at)::text
              from company_file f join obligation o on o.id = f.obligation_id
             where f.request_id = :request order by f.received_at, f.id"""),

    RECEIPTS("receipts.json", """
            select jsonb_build_object('id', c.id, 'obligation', o.reference, 'version', c.version,
                   'issued_at', c.issued_at, 'statement_sha256', encode(c.statement_sha256, 'hex'),
                   'statement', c.statement::jsonb)::text
              from receipt c left join obligation o on o.id = c.obligation_id
             where c.request_id = :request order by c.issued_at, c.id"""),

    EXPORTS("exports.json", """
            select jsonb_build_object('id', id, 'redacted', redacted, 'taken_at', taken_at, 'by', actor_id)::text
              from audit_export where request_id = :request order by taken_at, id""");

    private final String path;
    private final String sql;

    BundleTable(String path, String sql) {
        this.path = path;
        this.sql = sql;
    }

    String path() {
        return path;
    }

    String sql() {
        return sql;
    }
}
