package io.retrace.ledger;

import io.retrace.identity.MemberRef;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

@Service
@ForModules
class SandboxFeed implements MadeUpPhotos {

    private static final String PHOTO =
            "{\"event_id\":\"%s\",\"photo\":\"%s\",\"member\":\"%s\",\"uploaded_at\":\"%s\",\"sha256\":\"%s\"}\n";
    private static final String DISCLOSURE =
            "{\"event_id\":\"%s\",\"photo\":\"%s\",\"partner\":\"%s\",\"purpose\":\"%s\","
                    + "\"legal_basis\":\"contract\",\"disclosed_at\":\"%s\"}\n";

    private final FeedService feeds;
    private final Clock clock;

    SandboxFeed(
            PhotoRows photos,
            DisclosureRows disclosures,
            PartnerDirectory directory,
            MediaStore media,
            LedgerSettings settings,
            Clock clock) {
        // not the bean, which asks who calls: here a company calls, and what it feeds is fixed
        this.feeds = new FeedService(photos, disclosures, directory, media, settings, clock);
        this.clock = clock;
    }

    @Override
    public void share(MemberRef madeUp, String company, String purpose, int photos) {
        var uploaded = clock.instant().minus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
        var disclosed = uploaded.plus(Duration.ofDays(1));
        all(feeds.photos(
                lines(photos, n -> {
                    var name = madeUp + "." + n;
                    var sha256 = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
                    return PHOTO.formatted(UUID.randomUUID(), name, madeUp, uploaded, sha256);
                }),
                false));
        all(feeds.disclosures(
                lines(
                        photos,
                        n -> DISCLOSURE.formatted(UUID.randomUUID(), madeUp + "." + n, company, purpose, disclosed)),
                false));
    }

    private static ByteArrayInputStream lines(int count, IntFunction<String> line) {
        var text = IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining());
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void all(FeedReport report) {
        if (report.refused() > 0) throw new IllegalStateException("made-up lines were refused: " + report.lines());
    }
}
