package io.retrace.obligations;

/**
 * Where a recipient stands, as one SQL expression over {@code onward_obligation n} and the moment {@code :now}. An answer that is
 * reported without what was done is no answer yet (T1).
 */
final class OnwardSql {

    /** By what the company reported that named it. */
    static final String REPORTED = """
            case when n.outcome is not null
                 then case n.outcome when 'ERASED' then 'CONFIRMED_DELETED' when 'NEVER_HELD' then 'HAD_NOTHING'
                                     else 'KEPT_SOME' end
                 when n.silent_after <= :now then 'NO_ANSWER'
                 when n.answered_on is not null then 'WORKING_ON_IT'
                 when n.told_on is not null then 'ASKED'
                 else 'NOT_ASKED_YET' end""";

    /** By its own answer where we ask it ourselves: what we ask is aliased {@code a}. */
    static final String WORD =
            "case when n.asked_id is not null then " + WordSql.word("a") + " else " + REPORTED + " end";

    /** Recipients with their word {@code v}. */
    static final String RECIPIENTS = """
            onward_obligation n left join obligation a on a.id = n.asked_id
            cross join lateral (select %s as word) v""".formatted(WORD);

    /** Counts the recipients of each {@code o}. */
    static final String EACH = """
            cross join lateral (
                select count(*) filter (where v.word in ('NOT_ASKED_YET', 'ASKED', 'WORKING_ON_IT', 'NO_ANSWER')) as unanswered,
                       count(*) filter (where v.word = 'KEPT_SOME') as kept,
                       count(*) filter (where v.word = 'NO_ANSWER' and n.asked_id is null) as silent
                  from %s where n.obligation_id = o.id) passed""".formatted(RECIPIENTS);

    private OnwardSql() {}
}
