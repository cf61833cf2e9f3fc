package io.retrace.obligations;

/**
 * {@link Instants#word} as one SQL expression over the obligation aliased {@code o} and the moment {@code :now}, for
 * counts and queues; a test feeds both the same instants. Cancelled obligations have no word of their own.
 */
final class WordSql {

    static final String WORD = word("o");

    /**
     * A row of counts per request, as {@link Tallies#tally} reads it, worst first: a company has not done all that was asked as
     * long as somebody to whom it passed items on has not (UC-026).
     */
    static final String COUNTS = """
            count(*) as companies,
            count(*) filter (where w.word in ('CONFIRMED_DELETED', 'HAD_NOTHING', 'SENT_ITS_COPY')
                               and passed.unanswered = 0 and passed.kept = 0) as erased,
            count(*) filter (where passed.unanswered = 0 and (w.word in ('KEPT_SOME', 'KEPT_SOME_BACK')
                               or w.word in ('CONFIRMED_DELETED', 'HAD_NOTHING') and passed.kept > 0)) as kept,
            count(*) filter (where w.word in ('NOT_ASKED_YET', 'ASKED', 'WORKING_ON_IT')) as still_open,
            count(*) filter (where w.word = 'NO_ANSWER') as silent,
            count(*) filter (where w.word in ('KEPT_SOME', 'KEPT_SOME_BACK') and o.untouched) as untouched,
            count(*) filter (where w.word in ('CONFIRMED_DELETED', 'HAD_NOTHING', 'KEPT_SOME')
                               and passed.unanswered > 0) as onward""";

    /** Names the word of each {@code o}. */
    static final String EACH = "cross join lateral (select " + WORD + " as word) w";

    private WordSql() {}

    /** Over the obligation of this alias. */
    static String word(String alias) {
        return """
            case when o.answered_at is not null and o.outcome is not null then o.outcome
                 when o.silent_after is not null and o.silent_after <= :now then 'NO_ANSWER'
                 when o.acknowledged_at is not null then 'WORKING_ON_IT'
                 when o.asked_at is null then 'NOT_ASKED_YET'
                 else 'ASKED' end""".replace("o.", alias + ".");
    }
}
