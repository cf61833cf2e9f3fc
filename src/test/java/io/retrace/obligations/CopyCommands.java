package io.retrace.obligations;

import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.Submission;
import java.util.Map;
import java.util.UUID;

/** Copies: files and answers. */
final class CopyCommands extends CommandWalk {

    CopyCommands(World world) {
        super(world);
    }

    @Override
    Map<String, Runnable> commands() {
        return Map.ofEntries(
                Map.entry("CopyAnswering.record", this::answerWithCopy),
                Map.entry("FileShelf.keep", this::receiveFile),
                Map.entry("FileShelf.remove", this::removeFile),
                Map.entry("MemberRequests.copyFromCompanies", this::askForCopy));
    }

    private void askForCopy() {
        var ada = memberWithPhotoAt(world.company());
        var submission = UUID.randomUUID();
        about(ada).exactlyOne("request-received", () -> copy(ada, submission));
        about(ada).none(() -> copy(ada, submission));
        about(ada).exactlyOne("request-merged", () -> copy(ada, UUID.randomUUID()));
        about(ada).exactlyOne("request-released", world::runDue);
        var bob = world.member();
        about(bob).none(() -> copy(bob, UUID.randomUUID()));
    }

    private void receiveFile() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = copyAsked(ada, company);
        var file = UUID.randomUUID();
        about(ada)
                .exactlyOne("company-file-received", () -> CopyFixture.upload(world, company, obligation, file, "[]"));
        about(ada).none(() -> CopyFixture.upload(world, company, obligation, file, "[]"));
        about(ada).none(() -> refused(() -> CopyFixture.upload(world, company, obligation, file, "[1]")));
    }

    private void removeFile() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = copyAsked(ada, company);
        var file = UUID.randomUUID();
        CopyFixture.upload(world, company, obligation, file, "[]");
        about(ada).exactlyOne("company-file-removed", () -> CopyFixture.remove(world, company, obligation, file));
        about(ada).none(() -> refused(() -> CopyFixture.remove(world, company, obligation, file)));
    }

    private void answerWithCopy() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = copyAsked(ada, company);
        var first = CopyFixture.hadNothing("answer-0001", null);
        about(ada).exactlyOne("obligation-answered", () -> answer(company, obligation, first));
        about(ada).none(() -> answer(company, obligation, first));
        about(ada).none(() -> refused(() -> answer(company, obligation, CopyFixture.hadNothing("answer-0002", null))));
        about(ada)
                .exactlyOne(
                        "obligation-answered",
                        () -> answer(company, obligation, CopyFixture.hadNothing("answer-0003", "Looked again.")));
    }

    private Submission copy(Member member, UUID submission) {
        return world.submitCopy(member, submission, new Selection.All());
    }

    private ObligationId copyAsked(Member member, Company company) {
        return world.obligation(world.askedForCopy(member).id(), company);
    }

    private CopyDesk.Receipt answer(Company company, ObligationId obligation, CopyForm form) {
        return world.as(company, () -> world.copies().answer(obligation, form));
    }
}
