package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.Exports;
import io.retrace.audit.Inspections;
import io.retrace.evidence.PlacedLeaves;
import io.retrace.identity.Closing;
import io.retrace.identity.ErasingTurns;
import io.retrace.identity.MemberRef;
import io.retrace.identity.MyAccount;
import io.retrace.identity.PlatformMembers;
import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.PartnerRegistry;
import io.retrace.partners.PurposeDetails;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Reference;
import io.retrace.testing.LeafCount;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Walks all commands (T4). A command is what starts a transaction that writes: each is found by reflection, and each is
 * either shown here to leave exactly one leaf, and none when it is repeated or refused, or named with the reason why it
 * is no change of state.
 */
class EveryCommandModuleTest {

    private static final String OWN_TRACE = "an attempt on the wire; the change it leads to is Asking.reached";
    private static final String VERDICT = "what was refused changes nothing; it is kept with its verdict (T8)";
    private static final String READS = "only reads";
    private static final String JOURNALED = "what is written outside the database is no change in it";
    private static final String SHOWN = "shown in ErasingModuleTest and RestoreModuleTest";

    private static final Map<String, String> NO_CHANGE = Map.ofEntries(
            Map.entry("Deliveries.claim", OWN_TRACE),
            Map.entry("Deliveries.record", OWN_TRACE),
            Map.entry("Deliveries.end", OWN_TRACE),
            Map.entry("InboundLog.refused", VERDICT),
            Map.entry("InboundLog.forged", VERDICT),
            Map.entry("InboundLog.forgetOld", VERDICT),
            Map.entry("ErasingLife.accountGone", "a turn of the erasing that ErasingLife.finish completes"),
            Map.entry("ErasingLife.repeat", SHOWN),
            Map.entry("OwnAccount.closing", READS),
            Map.entry("TakeBackJournal.write", JOURNALED),
            Map.entry("KeptDrafts.forget", "a draft is nobody’s decision yet"),
            Map.entry("KeptDrafts.keep", "a draft is nobody’s decision yet"),
            Map.entry("KeptDrafts.read", READS),
            Map.entry("MemberProgress.attestations", READS),
            Map.entry("MemberProgress.companies", READS),
            Map.entry("MemberProgress.copies", READS),
            Map.entry("MemberProgress.timeline", READS),
            Map.entry("MemberProgress.words", READS),
            Map.entry("MemberProgress.wordsFor", READS),
            Map.entry("MemberRequests.all", READS),
            Map.entry("MemberRequests.request", READS),
            Map.entry("MemberRequests.timeline", READS));

    private static final String PACKAGES = "walked in PackageLifeModuleTest";

    /** Commands that need another world than this one, and where each is shown to leave exactly one leaf. */
    private static final Map<String, String> WALKED_ELSEWHERE = Map.of(
            "MemberPackages.makeAgain", PACKAGES,
            "MemberPackages.download", PACKAGES,
            "PackageLife.finish", PACKAGES,
            "PackageLife.expire", PACKAGES);

    private final World world = World.shared();
    private final LeafCount leaves = new LeafCount(world.bean(DataSource.class));

    private Map<String, Runnable> commands() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("MemberRequests.eraseAtCompanies", this::ask),
                Map.entry("MemberRequests.copyFromCompanies", this::askForCopy),
                Map.entry("MemberRequests.withdraw", this::withdraw),
                Map.entry("RequestLife.release", this::release),
                Map.entry("RequestLife.settle", this::settle),
                Map.entry("ObligationAsking.reached", this::reach),
                Map.entry("ResponderDesk.acknowledge", this::acknowledge),
                Map.entry("Answering.record", this::answer),
                Map.entry("CopyAnswering.record", this::answerWithCopy),
                Map.entry("FileShelf.keep", this::receiveFile),
                Map.entry("FileShelf.remove", this::removeFile),
                Map.entry("ChaseLife.step", this::chase),
                Map.entry("ReceiptIssuing.ofCompany", this::receiptOfCompany),
                Map.entry("ReceiptIssuing.ofRequest", this::receiptOfRequest),
                Map.entry("SupportQueue.resend", this::resend),
                Map.entry("Exports.redacted", this::takeRedacted),
                Map.entry("Exports.unredacted", this::takeUnredacted),
                Map.entry("Inspections.open", this::inspect),
                Map.entry("OwnAccount.close", this::closeAccount),
                Map.entry("OwnAccount.keep", this::keepAccount),
                Map.entry("PlatformAccounts.close", this::closeForPlatform),
                Map.entry("ErasingLife.begin", this::beginErasing),
                Map.entry("ErasingLife.finish", this::finishErasing),
                Map.entry("RegistryService.register", this::register)));
    }

    @TestFactory
    Stream<DynamicTest> every_command_leaves_exactly_one_leaf() {
        return commands().entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(command.getKey(), command.getValue()::run));
    }

    @Test
    void no_command_is_forgotten() {
        var known = new TreeSet<>(commands().keySet());
        known.addAll(NO_CHANGE.keySet());
        known.addAll(WALKED_ELSEWHERE.keySet());
        assertThat(WritingTransactions.found()).as("transactions that write").isEqualTo(known);
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

    private void reach() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        about(ada).exactlyOne("obligation-asked", () -> world.asking().reached(obligation, "m-0", world.now()));
        about(ada).none(() -> world.asking().reached(obligation, "m-0", world.now()));
        about(ada).exactlyOne("obligation-asked", () -> world.asking().reached(obligation, "m-1", world.now()));
    }

    private void acknowledge() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        about(ada).exactlyOne("obligation-acknowledged", () -> acknowledge(company, obligation));
        about(ada).none(() -> acknowledge(company, obligation));
        about(ada).none(() -> refused(() -> acknowledge(world.company(), obligation)));
    }

    private void answer() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        about(ada).exactlyOne("obligation-answered", () -> attest(company, obligation, "answer-0001", null));
        about(ada).none(() -> attest(company, obligation, "answer-0001", null));
        about(ada).none(() -> refused(() -> attest(company, obligation, "answer-0002", null)));
        about(ada)
                .exactlyOne(
                        "obligation-answered", () -> attest(company, obligation, "answer-0003", "Backups went too"));
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
        about(ada).none(() -> world.receiptsAgain(ada, obligation));
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
        about(ada).none(() -> world.receiptsAgain(ada, obligation));
    }

    private void chase() {
        var company = world.company(Duration.ofDays(7));
        var patient = world.company(Duration.ofDays(60)); // keeps the request open, and is not chased meanwhile
        var ada = memberWithPhotoAt(company, patient);
        var obligation = released(ada, company);
        world.asking().reached(obligation, "m-0", world.now());
        var steps = new ArrayList<String>();
        while (!steps.contains("obligation-silent")) {
            var next = nextStep(obligation);
            var left = about(ada).during(() -> world.until(next));
            assertThat(left).as("leaves of one step of the chase").hasSize(1);
            steps.addAll(left);
        }
        assertThat(steps).startsWith("obligation-reminded").endsWith("obligation-silent");
    }

    private void resend() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        about(ada).exactlyOne("obligation-reminded", () -> resend(obligation));
        attest(company, obligation, "answer-0001", null);
        about(ada).none(() -> refused(() -> resend(obligation)));
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

    private Exports exports() {
        return world.bean(Exports.class);
    }

    private Inspections inspections() {
        return world.bean(Inspections.class);
    }

    private <T> T asAuditor(Supplier<T> action) {
        return SignedIn.auditor("avery", world.now(), action);
    }

    private void closeAccount() {
        var ada = world.member();
        about(ada).exactlyOne("account-closing-ordered", () -> close(ada));
        about(ada).none(() -> close(ada));
    }

    private void keepAccount() {
        var ada = world.member();
        about(ada).none(() -> refused(() -> keep(ada)));
        close(ada);
        about(ada).exactlyOne("account-closing-withdrawn", () -> keep(ada));
        about(ada).none(() -> refused(() -> keep(ada)));
    }

    private void closeForPlatform() {
        var ada = world.member();
        var members = world.bean(PlatformMembers.class);
        asPlatform(() -> {
            about(ada).exactlyOne("account-closing-ordered", () -> members.close(new MemberRef(ada.ref())));
            about(ada).none(() -> members.close(new MemberRef(ada.ref())));
        });
        keep(ada);
        asPlatform(() -> about(ada).none(() -> refused(() -> members.close(new MemberRef(ada.ref())))));
    }

    private void beginErasing() {
        var ada = world.member();
        var order = close(ada);
        var turns = world.bean(ErasingTurns.class);
        about(ada).exactlyOne("erasing-started", () -> turns.begin(order.id()));
        about(ada).none(() -> turns.begin(order.id()));
    }

    private void finishErasing() {
        var ada = world.member();
        var order = close(ada);
        var turns = world.bean(ErasingTurns.class);
        turns.begin(order.id());
        turns.accountGone(order.id());
        leaves.exactlyOne("erasing-completed", () -> turns.finish(order.id()));
        leaves.none(() -> turns.finish(order.id()));
    }

    private Closing close(Member member) {
        return world.as(member, () -> world.bean(MyAccount.class).close());
    }

    private void keep(Member member) {
        world.as(member, () -> {
            world.bean(MyAccount.class).keep();
            return member;
        });
    }

    private LeafCount about(Member member) {
        return leaves.about(member.subject().value());
    }

    private Member memberWithPhotoAt(Company... companies) {
        var member = world.member();
        world.photo(member, companies);
        return member;
    }

    private Submission erase(Member member, UUID submission) {
        return world.as(member, () -> world.requests().eraseAtCompanies(submission, new Selection.All()));
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

    private SubjectRequest accepted(Member member) {
        return ((Submission.Accepted) erase(member, UUID.randomUUID())).request();
    }

    private void withdraw(Member member, SubjectRequest request) {
        world.as(member, () -> {
            world.requests().withdraw(request.id());
            return request;
        });
    }

    private ObligationId released(Member member, Company company) {
        var request = accepted(member);
        world.forward(Duration.ofHours(24));
        return world.obligation(request.id(), company);
    }

    private CompanyObligation acknowledge(Company company, ObligationId obligation) {
        return world.as(company, () -> world.desk().acknowledge(obligation, null));
    }

    private CompanyDesk.Receipt attest(Company company, ObligationId obligation, String id, @Nullable String amends) {
        var today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        return world.as(company, () -> world.desk().attest(obligation, Forms.erased(id, today, amends)));
    }

    private void resend(ObligationId obligation) {
        world.asSupport(() -> {
            world.support().resend(obligation);
            return obligation;
        });
    }

    private Instant nextStep(ObligationId obligation) {
        return world.db()
                .sql("select min(execution_time) from scheduled_tasks where task_name = 'chase-obligation'"
                        + " and task_instance like ? and execution_time >= ?")
                .param(obligation + ":%")
                .param(Timestamp.from(world.now()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
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

    private static void refused(Runnable command) {
        assertThatThrownBy(command::run).isInstanceOf(DomainException.class);
    }

    private static void asPlatform(Runnable commands) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("platform", "", List.of(() -> "ROLE_platform")));
        try {
            commands.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
