package io.retrace.obligations;

import io.retrace.audit.Exports;
import io.retrace.audit.Inspections;
import io.retrace.evidence.LogFindings;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.PartnerRegistry;
import io.retrace.partners.PurposeDetails;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Reference;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What the registry is told, what auditors take away, and what a support lead settles. */
final class StaffCommands extends CommandWalk {

    StaffCommands(World world) {
        super(world);
    }

    @Override
    Map<String, Runnable> commands() {
        return Map.ofEntries(
                Map.entry("Exports.redacted", this::takeRedacted),
                Map.entry("Exports.unredacted", this::takeUnredacted),
                Map.entry("Inspections.open", this::inspect),
                Map.entry("LogFindings.settle", this::settle),
                Map.entry("RegistryService.register", this::register));
    }

    private void register() {
        var registry = world.bean(PartnerRegistry.class);
        var slug = "walked-" + UUID.randomUUID().toString().substring(0, 8);
        asPlatform(() -> {
            leaves.exactlyOne("partner-registered", () -> registry.register(slug, details("Lumen"), null));
            leaves.none(() -> registry.register(slug, details("Lumen"), null));
            leaves.exactlyOne("partner-changed", () -> registry.register(slug, details("Lumen Vision"), null));
            leaves.exactlyOne("purpose-registered", () -> registry.register(purpose(slug, false)));
            leaves.none(() -> registry.register(purpose(slug, false)));
            leaves.exactlyOne("purpose-changed", () -> registry.register(purpose(slug, true)));
        });
    }

    private void takeRedacted() {
        var ada = memberWithPhotoAt(world.company());
        var request = accepted(ada).reference();
        about(ada).exactlyOne("bundle-exported", () -> asAuditor(() -> exports().redacted(request)));
        about(ada).none(() -> refused(() -> asAuditor(() -> exports().redacted(Reference.next('R')))));
    }

    private void takeUnredacted() {
        var ada = memberWithPhotoAt(world.company());
        var request = accepted(ada).reference();
        var reason = "Order 17 asks for the photos by hash.";
        about(ada).exactlyOne("bundle-exported", () -> asAuditor(() -> exports().unredacted(request, reason)));
        about(ada).none(() -> refused(() -> asAuditor(() -> exports().unredacted(request, "because"))));
    }

    private void inspect() {
        var ada = memberWithPhotoAt(world.company());
        var request = accepted(ada).reference();
        PlacedLeaves.now(world::bean);
        var position = asAuditor(() -> exports().leaves(request)).getFirst().position();
        about(ada)
                .exactlyOne(
                        "opening-inspected", () -> asAuditor(() -> inspections().open(position)));
        about(ada).none(() -> refused(() -> asAuditor(() -> inspections().open(Long.MAX_VALUE))));
    }

    private void settle() {
        var finding = world.db()
                .sql(
                        "insert into evidence_finding (kind, at_size, detail, found_at)"
                                + " values ('FORKED', (select 1000 + count(*) from evidence_finding), 'walked', now()) returning no")
                .query(Long.class)
                .single();
        leaves.none(() -> refused(() -> settle(finding, "because")));
        leaves.exactlyOne("finding-settled", () -> settle(finding, "A drill: nothing was changed."));
        leaves.none(() -> refused(() -> settle(finding, "A drill: nothing was changed.")));
    }

    private void settle(long finding, String why) {
        SignedIn.lead("lea", world.now(), () -> {
            world.bean(LogFindings.class).settle(finding, why);
            return why;
        });
    }

    private Exports exports() {
        return world.bean(Exports.class);
    }

    private Inspections inspections() {
        return world.bean(Inspections.class);
    }

    private <T> T asAuditor(Supplier<T> action) {
        return SignedIn.auditor("avery", world.now(), action);
    }

    private static PartnerDetails details(String name) {
        return new PartnerDetails(
                name,
                name,
                "DE",
                PartnerRole.CONTROLLER,
                new EmailAddress("privacy@company.example"),
                Channel.PAGE,
                Duration.ofDays(14));
    }

    private static PurposeDetails purpose(String code, boolean facial) {
        return new PurposeDetails(code, false, facial, "https://purposes.example/" + code);
    }
}
