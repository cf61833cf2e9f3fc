package io.retrace.ledger;

import io.retrace.identity.Roles;
import io.retrace.partners.PartnerDirectory;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@PreAuthorize(Roles.IS_PLATFORM)
class FeedService implements Feeds {

    private final PhotoRows photos;
    private final DisclosureRows disclosures;
    private final PartnerDirectory directory;
    private final MediaStore media;
    private final LedgerSettings settings;
    private final Clock clock;

    FeedService(
            PhotoRows photos,
            DisclosureRows disclosures,
            PartnerDirectory directory,
            MediaStore media,
            LedgerSettings settings,
            Clock clock) {
        this.photos = photos;
        this.disclosures = disclosures;
        this.directory = directory;
        this.media = media;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public FeedReport photos(InputStream body, boolean gzip) {
        return run(body, gzip, new PhotoFeed(new LineCheck(clock), media, photos));
    }

    @Override
    public FeedReport disclosures(InputStream body, boolean gzip) {
        return run(body, gzip, new DisclosureFeed(new LineCheck(clock), new Known(directory), disclosures));
    }

    private <B extends FeedBatch> FeedReport run(InputStream body, boolean gzip, FeedKind<B> kind) {
        var guarded = new FeedBody(body, gzip, settings.feedLimit().toBytes());
        return new FeedRun<>(guarded, kind, settings.batchLines()).run();
    }
}
