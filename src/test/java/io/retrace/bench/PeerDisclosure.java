package io.retrace.bench;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A disclosure as an entity, mapped by {@code bench-peer.orm.xml} (an annotation would make the portal map it too). Its id is
 * assigned and it says that it is new, so that saving asks the database nothing first.
 */
class PeerDisclosure implements Persistable<UUID> {

    private UUID eventId;
    private UUID subjectId;
    private UUID photoId;
    private Instant disclosedAt;
    private int batchNo;
    private short partnerNo;
    private short purposeNo;
    private short legalBasis;
    private @Nullable Short viaPartnerNo;

    @SuppressWarnings("NullAway.Init")
    protected PeerDisclosure() {}

    PeerDisclosure(FeedData.Row row) {
        eventId = row.event();
        subjectId = row.subject();
        photoId = row.photo();
        disclosedAt = Instant.ofEpochSecond(946_684_800L).plusNanos(row.micros() * 1_000);
        batchNo = 1;
        partnerNo = (short) row.partner();
        purposeNo = (short) row.purpose();
        legalBasis = (short) row.basis();
        viaPartnerNo = row.via() == 0 ? null : (short) row.via();
    }

    @Override
    public UUID getId() {
        return eventId;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
