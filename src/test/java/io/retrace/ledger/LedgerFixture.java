package io.retrace.ledger;

import static io.retrace.testing.Callers.asPlatform;

import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.PartnerRegistry;
import io.retrace.partners.PurposeDetails;
import io.retrace.shared.EmailAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** A registry with two companies and two purposes, and feeds in one word. */
@TestComponent
class LedgerFixture {

    @Autowired
    private PartnerRegistry registry;

    @Autowired
    private Feeds feeds;

    LedgerFixture register() {
        asPlatform(() -> registry.register("lumen-vision", company("Lumen Vision"), null));
        asPlatform(() -> registry.register("nearby-ads", company("Nearby Ads"), null));
        asPlatform(() -> registry.register(
                new PurposeDetails("face-recognition", true, true, "https://w3id.org/dpv#IdentityVerification")));
        return asPlatform(() -> {
            registry.register(new PurposeDetails("advertising", false, false, "https://w3id.org/dpv#Advertising"));
            return this;
        });
    }

    FeedReport photos(String... lines) {
        return photos(FeedLines.bytes(lines));
    }

    FeedReport photos(byte[] body) {
        return asPlatform(() -> feeds.photos(new ByteArrayInputStream(body), false));
    }

    @SafeVarargs
    final FeedReport disclosures(Map<String, String>... lines) {
        return disclosures(
                FeedLines.bytes(Arrays.stream(lines).map(FeedLines::json).toArray(String[]::new)));
    }

    FeedReport disclosures(String line) {
        return disclosures((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    FeedReport disclosures(byte[] body) {
        return asPlatform(() -> feeds.disclosures(new ByteArrayInputStream(body), false));
    }

    FeedReport zippedDisclosures(byte[] body) {
        return asPlatform(() -> feeds.disclosures(new ByteArrayInputStream(body), true));
    }

    private static PartnerDetails company(String name) {
        return new PartnerDetails(
                name,
                name + " GmbH",
                "DE",
                PartnerRole.CONTROLLER,
                new EmailAddress("privacy@company.example"),
                Channel.PAGE,
                Duration.ofDays(14));
    }
}
