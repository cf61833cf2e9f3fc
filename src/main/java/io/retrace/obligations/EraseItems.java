package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets which photos companies were asked about, hashes included, as soon as a company owes nothing any more: until then
 * it needs them to do what the person asked for. Whom it passed them on to goes then too. A copy that has not come is not
 * asked for any more. What a company owed, when it answered and what it attested stays, by item
 * references that lead nowhere: it is the company’s history, and the proof that it was asked (GDPR Art. 5(2), 17(3)(e), 19).
 */
@Component
class EraseItems implements PersonalDataStep {

    /** Nothing is due any more: answered for good, or taken back (T3). */
    private static final String SETTLED = "select id from obligation where subject_id = ? and next_action is null";

    private final JdbcClient db;
    private final Obligations obligations;
    private final CopyRows copies;
    private final SignatureRows signatures;
    private final OnwardRows onward;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EraseItems(
            JdbcClient db,
            Obligations obligations,
            CopyRows copies,
            SignatureRows signatures,
            OnwardRows onward,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.copies = copies;
        this.signatures = signatures;
        this.onward = onward;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "obligation-items";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void erase(SubjectId subject) {
        // the rows first: an answer that is being taken right now is either seen settled, or waited for
        db.sql("select id from obligation where subject_id = ? order by id for update")
                .param(subject.value())
                .query()
                .listOfRows();
        obligations.lockOpenCopies(subject.value()).forEach(this::abandon);
        obligations.flush();
        copies.forgetFiles(subject);
        signatures.forgetFiles(subject);
        onward.forget(subject);
        db.sql("delete from obligation_item where obligation_id in (" + SETTLED + ")")
                .param(subject.value())
                .update();
        db.sql(
                        "update obligation set forgotten_at = :now where subject_id = :subject and next_action is null and forgotten_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("subject", subject.value())
                .update();
        db.sql("delete from exception_list where obligation_id in (" + SETTLED + ")")
                .param(subject.value())
                .update();
        db.sql("update repeatable_command set body = null where obligation_id in (" + SETTLED + ")")
                .param(subject.value())
                .update();
        db.sql("update inbound_answer set raw = null, detail = null where obligation_id in (" + SETTLED + ")")
                .param(subject.value())
                .update();
    }

    private void abandon(Obligation copy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!copy.abandon(now)) return;
        events.publishEvent(
                new ObligationDue(copy.obligationId(), copy.company(), Errand.CANCELLED, copy.round(), now));
    }

    @Override
    public boolean owed(SubjectId subject) {
        return onward.toRoute(subject)
                || db.sql("select exists (select from obligation where subject_id = ? and next_action is not null)")
                        .param(subject.value())
                        .query(Boolean.class)
                        .single();
    }
}
