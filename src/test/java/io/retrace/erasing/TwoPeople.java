package io.retrace.erasing;

import static io.retrace.testing.Callers.asPlatform;

import io.retrace.ledger.FeedReport;
import io.retrace.ledger.Feeds;
import io.retrace.ledger.Previews;
import io.retrace.ledger.Selection;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.SignedIn;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.PartnerRegistry;
import io.retrace.partners.PurposeDetails;
import io.retrace.requests.MyRequests;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/** What the platform, two members and two companies do in these stories, each through the door that is theirs. */
record TwoPeople(Portal portal, Instant now) {

    static final String ADA = "m-canary-ada-7731";
    static final String BEN = "m-ben";
    static final List<String> COMPANIES = List.of("lumen-vision", "nearby-ads");

    void register() {
        asPlatform(() -> {
            var registry = portal.bean(PartnerRegistry.class);
            for (var company : COMPANIES) registry.register(company, details(company), null);
            registry.register(new PurposeDetails("advertising", false, false, "https://w3id.org/dpv#Advertising"));
            return true;
        });
    }

    /** Photos of a member, {@code p-<member>-1…}, each received by both companies, the first with a preview. */
    void feed(String member, int photos) {
        for (int i = 1; i <= photos; i++) {
            photo(member, ref(member, i));
            for (var company : COMPANIES) disclose(ref(member, i), company);
        }
        asPlatform(() -> {
            portal.bean(Previews.class).keep(ref(member, 1), picture());
            return true;
        });
    }

    static String ref(String member, int no) {
        return "p-" + member + "-" + no;
    }

    static Sha256 hash(String photo) {
        return Sha256.of(("picture " + photo).getBytes(StandardCharsets.UTF_8));
    }

    FeedReport photo(String member, String photo) {
        return feed("""
                {"event_id":"%s","photo":"%s","member":"%s","uploaded_at":"2026-01-05T10:00:00Z","sha256":"%s",\
                "preview_url":"https://media.example/photos/%s.jpg"}""".formatted(UUID.randomUUID(), photo, member, hash(photo), photo), true);
    }

    FeedReport disclose(String photo, String company) {
        return disclose(photo, company, Instant.parse("2026-02-01T10:00:00Z"));
    }

    FeedReport disclose(String photo, String company, Instant at) {
        return feed("""
                {"event_id":"%s","photo":"%s","partner":"%s","purpose":"advertising","legal_basis":"none-recorded",\
                "disclosed_at":"%s"}""".formatted(UUID.randomUUID(), photo, company, at), false);
    }

    SubjectRequest ask(String member) {
        var answer = as(
                member, () -> portal.bean(MyRequests.class).eraseAtCompanies(UUID.randomUUID(), new Selection.All()));
        return ((Submission.Accepted) answer).request();
    }

    void answer(SubjectRequest request, String company, AttestationForm form) {
        var obligation = obligation(request, company);
        SignedIn.company(company, () -> portal.bean(CompanyDesk.class).attest(obligation, form));
    }

    ObligationId obligation(SubjectRequest request, String company) {
        return new ObligationId(portal.db()
                .sql(
                        "select o.id from obligation o join partner p on p.no = o.partner_no where o.request_id = ? and p.slug = ?")
                .param(request.id().value())
                .param(company)
                .query(UUID.class)
                .single());
    }

    <T> T as(String member, Supplier<T> action) {
        return SignedIn.member(member, now, action);
    }

    private FeedReport feed(String line, boolean photo) {
        var body = new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
        var feeds = portal.bean(Feeds.class);
        return asPlatform(() -> photo ? feeds.photos(body, false) : feeds.disclosures(body, false));
    }

    private static PartnerDetails details(String slug) {
        return new PartnerDetails(
                slug,
                slug,
                "DE",
                PartnerRole.CONTROLLER,
                new EmailAddress("privacy@" + slug + ".example"),
                Channel.PAGE,
                Duration.ofDays(14));
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
