package io.retrace.obligations;

/**
 * {@link Instants#word} as one SQL expression over the obligation aliased {@code o} and the moment {@code :now}, for
 * counts and queues; a test feeds both the same instants. Cancelled obligations have no word of their own.
 */
final class WordSql {

    static final String WORD = """
            case when o.answered_at is not null and o.outcome is not null then o.outcome
                 when o.silent_after is not null and o.silent_after <= :now then 'NO_ANSWER'
                 when o.acknowledged_at is not null then 'WORKING_ON_IT'
                 when o.asked_at is null then 'NOT_ASKED_YET'
                 else 'ASKED' end""";

    /** A row of counts per request, as {@link Tallies#tally} reads it. */
    static final String COUNTS = """
            count(*) as companies,
            count(*) filter (where w.word in ('CONFIRMED_DELETED', 'HAD_NOTHING', 'SENT_ITS_COPY')) as erased,
            count(*) filter (where w.word in ('KEPT_SOME', 'KEPT_SOME_BACK')) as kept,
            count(*) filter (where w.word in ('NOT_ASKED_YET', 'ASKED', 'WORKING_ON_IT')) as still_open,
            count(*) filter (where w.word = 'NO_ANSWER') as silent,
            count(*) filter (where w.word in ('KEPT_SOME', 'KEPT_SOME_BACK') and o.untouched) as untouched""";

    /** Names the word of each {@code o}. */
    static final String EACH = "cross join lateral (select " + WORD + " as word) w";

    private WordSql() {}
}
