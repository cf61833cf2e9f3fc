package io.retrace.identity.spi;

import io.retrace.identity.SubjectId;

/**
 * One module’s part of forgetting a person (GDPR Art. 17): deletes what is theirs, and strips what must stay so that it
 * names nobody. A bean per module that holds personal data. Every step runs in a transaction of its own, which also
 * records that it is done; it runs again after a crash, after a restore from backup, and once more when the companies have
 * answered, so it must be idempotent. It publishes no event: the whole erasing is one command with its own evidence.
 */
public interface PersonalDataStep {

    /** What progress calls it, in kebab-case; a stored name. */
    String name();

    /**
     * Who reads goes before whom it reads: notifications 100, access 200, evidence 300, obligations 500, requests 600,
     * ledger 700. The account itself comes after all of them.
     */
    int order();

    /** Forgets the person in this module: set-based, a member may have 100 000 rows. */
    void erase(SubjectId subject);

    /**
     * Whether something of the person has to stay until others have answered: then all steps run again later, until
     * nothing is owed any more.
     */
    default boolean owed(SubjectId subject) {
        return false;
    }

    /** Whether this step has to wait until no step says that something is {@link #owed}, because proofs still need it. */
    default boolean waits() {
        return false;
    }
}
