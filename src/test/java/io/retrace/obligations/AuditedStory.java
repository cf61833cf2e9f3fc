package io.retrace.obligations;

import io.retrace.audit.BundleCheck;
import io.retrace.audit.Bundles;
import io.retrace.audit.Export;
import io.retrace.audit.Exports;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.ledger.PhotoId;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** A request with something to audit: one company amended what it said, another named a photo by everything it knows. */
final class AuditedStory {

    static final String WHY = "Order 2026-17 of the supervisory authority asks for the photos by hash.";

    final World world = World.shared();
    final Member ada = world.member();
    final Company lumen = world.company();
    final Company beacon = world.company();
    final PhotoId photo = world.photo(ada, lumen, beacon);
    final SubjectRequest request;
    final ItemRef item;

    AuditedStory() {
        world.photo(ada, lumen);
        request = world.asked(ada);
        item = new ItemRef(one("select ref from obligation_item where obligation_id = ? and photo_id = ?", UUID.class));
    }

    /** Everybody has answered and every leaf has its place. */
    AuditedStory answered() {
        world.answer(beacon, request, Forms.erased("answer-0001", world.today(), null));
        world.answer(beacon, request, Forms.erased("answer-0002", world.today(), "A second copy went too."));
        world.answer(lumen, request, namingThePhoto());
        return settled();
    }

    AuditedStory settled() {
        world.runDue();
        PlacedLeaves.now(world::bean);
        return this;
    }

    /** In free text and as an exception. */
    AttestationForm namingThePhoto() {
        var duty = "Kept by court order: item " + item.toString().toUpperCase(Locale.ROOT) + ", hash " + hash();
        var until = world.today().plusYears(1);
        var form = Forms.withExceptions(
                "answer-0003", world.today(), until, List.of(new ItemException(item, Outcome.KEPT)));
        return new AttestationForm(
                form.answerId(),
                form.subjects(),
                form.method(),
                form.liveErasedOn(),
                form.backupsUntil(),
                new Kept(duty, until),
                form.infeasible(),
                form.exceptions(),
                form.onward(),
                form.declarant(),
                form.amends());
    }

    BundleCheck redacted() {
        return written(auditor(() -> exports().redacted(request.reference())));
    }

    BundleCheck unredacted() {
        return written(auditor(() -> exports().unredacted(request.reference(), WHY)));
    }

    BundleCheck written(Export export) {
        return auditor(() -> {
            var out = new ByteArrayOutputStream();
            world.bean(Bundles.class).write(export, Locale.ENGLISH, out);
            return new BundleCheck(out.toByteArray());
        });
    }

    Exports exports() {
        return world.bean(Exports.class);
    }

    String key() {
        return world.bean(EvidenceLog.class).verifierKey();
    }

    String reference(Company company) {
        return world.db()
                .sql("select reference from obligation where id = ?")
                .param(world.obligation(request.id(), company).value())
                .query(String.class)
                .single();
    }

    String hash() {
        return one(
                "select encode(sha256, 'hex') from obligation_item where obligation_id = ? and photo_id = ?",
                String.class);
    }

    <T> T auditor(Supplier<T> action) {
        return SignedIn.auditor("avery", world.now(), action);
    }

    private <T> T one(String sql, Class<T> type) {
        return world.db()
                .sql(sql)
                .params(world.obligation(request.id(), lumen).value(), photo.value())
                .query(type)
                .single();
    }
}
