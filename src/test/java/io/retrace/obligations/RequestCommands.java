package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.World.Member;
import io.retrace.requests.MadeUpRequests;
import io.retrace.requests.SubjectRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What people ask for, and how a request moves. */
final class RequestCommands extends CommandWalk {

    RequestCommands(World world) {
        super(world);
    }

    @Override
    Map<String, Runnable> commands() {
        return Map.ofEntries(
                Map.entry("MemberRequests.eraseAtCompanies", this::ask),
                Map.entry("MemberRequests.withdraw", this::withdraw),
                Map.entry("ReceiptIssuing.ofCompany", this::receiptOfCompany),
                Map.entry("ReceiptIssuing.ofRequest", this::receiptOfRequest),
                Map.entry("RequestLife.release", this::release),
                Map.entry("RequestLife.settle", this::settle),
                Map.entry("SandboxRequests.erase", this::madeUp));
    }

    private void ask() {
        var ada = memberWithPhotoAt(world.company());
        var submission = UUID.randomUUID();
        about(ada).exactlyOne("request-received", () -> erase(ada, submission));
        about(ada).none(() -> erase(ada, submission));
        about(ada).exactlyOne("request-merged", () -> erase(ada, UUID.randomUUID()));
        var bob = world.member();
        about(bob).none(() -> erase(bob, UUID.randomUUID()));
    }

    private void madeUp() {
        var nobody = memberWithPhotoAt(world.company());
        var requests = world.bean(MadeUpRequests.class);
        about(nobody).exactlyOne("request-received", () -> requests.erase(nobody.subject()));
        about(nobody).exactlyOne("request-released", world::runDue);
    }

    private void withdraw() {
        var ada = memberWithPhotoAt(world.company());
        var request = accepted(ada);
        about(ada).exactlyOne("request-withdrawn", () -> withdraw(ada, request));
        about(ada).none(() -> refused(() -> withdraw(ada, request)));
    }

    private void release() {
        var ada = memberWithPhotoAt(world.company());
        accepted(ada);
        about(ada).exactlyOne("request-released", () -> world.forward(Duration.ofHours(24)));
        about(ada).none(world::runDue);
    }

    private void settle() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        attest(company, released(ada, company), "answer-0001", null);
        about(ada).exactlyOne("request-settled", world::runDue);
        about(ada).none(world::runDue);
    }

    private void receiptOfCompany() {
        var company = world.company();
        var patient = world.company(); // keeps the request open
        var ada = memberWithPhotoAt(company, patient);
        var obligation = released(ada, company);
        attest(company, obligation, "answer-0001", null);
        world.runDue();
        about(ada).exactlyOne("receipt-issued", () -> world.forward(Duration.ofSeconds(2)));
        about(ada).none(() -> ReceiptJob.again(world, ada, obligation));
        attest(company, obligation, "answer-0002", "Backups went too");
        about(ada).exactlyOne("receipt-issued", () -> world.forward(Duration.ofSeconds(2)));
    }

    private void receiptOfRequest() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        attest(company, obligation, "answer-0001", null);
        world.runDue();
        assertThat(about(ada).during(() -> world.forward(Duration.ofSeconds(4))))
                .containsExactly("receipt-issued", "receipt-issued");
        about(ada).none(() -> ReceiptJob.again(world, ada, obligation));
    }

    private void withdraw(Member member, SubjectRequest request) {
        world.as(member, () -> {
            world.requests().withdraw(request.id());
            return request;
        });
    }
}
