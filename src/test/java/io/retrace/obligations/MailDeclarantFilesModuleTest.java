package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.FileIntake;
import io.retrace.identity.MailDeclarant;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists and files from somebody whom a code let in: as from everybody who answers, and for one question only. */
class MailDeclarantFilesModuleTest {

    private static final byte[] RECORDS = "[1]".getBytes(StandardCharsets.UTF_8);

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company harbour = world.company();
    private final Company other = world.company();

    @BeforeEach
    void photos() {
        world.photo(ada, harbour, other);
        world.photo(ada, harbour);
    }

    @Test
    @UseCase({"UC-016/7", "UC-019/3"})
    void a_list_of_single_items_is_declared_by_its_digest() {
        var request = world.asked(ada);
        var id = world.obligation(request.id(), harbour);
        var report = declaring(id, () -> lists().receive(id, list(id)));
        assertThat(report.refused()).isZero();
        assertThat(report.held().items()).isOne();

        var form =
                Forms.withExceptions("answer-0001", world.today(), world.today().plusYears(1), List.of());
        var receipt =
                declaring(id, () -> world.desk().attest(id, form, report.held().digest()));
        assertThat(receipt.attestation().keptItems()).isOne();
        assertThat(receipt.attestation().erasedItems()).isOne();
        assertThat(world.company(ada, request, harbour).word()).isEqualTo(CompanyWord.KEPT_SOME);
    }

    @Test
    @UseCase({"UC-016/6", "UC-019/5"})
    void a_list_for_another_question_is_for_one_that_does_not_exist() {
        var request = world.asked(ada);
        var id = world.obligation(request.id(), harbour);
        for (var closed : closed(request)) {
            unknown(() -> declaring(id, () -> lists().receive(closed, list(id))));
            unknown(() -> declaring(id, () -> lists().held(closed)));
        }
        assertThat(declaring(id, () -> lists().held(id))).isEmpty();
    }

    @Test
    @UseCase({"UC-016/7", "UC-011/5"})
    void a_copy_is_sent_and_answered() {
        var request = world.askedForCopy(ada);
        var id = world.obligation(request.id(), harbour);
        var file = UUID.randomUUID();
        send(id, id, file);
        assertThat(declaring(id, () -> files().files(id))).hasSize(1);
        var answer = CopyFixture.provided("answer-0001", null, new SentFile(file, Sha256.of(RECORDS)));
        declaring(id, () -> world.copies().answer(id, answer));
        assertThat(world.as(ada, () -> world.progress().copies(id)))
                .singleElement()
                .satisfies(copy -> assertThat(copy.version()).isOne());
    }

    @Test
    @UseCase({"UC-016/6", "UC-011/7"})
    void a_file_for_another_question_is_for_one_that_does_not_exist() {
        var request = world.askedForCopy(ada);
        var id = world.obligation(request.id(), harbour);
        var file = UUID.randomUUID();
        var nothing = CopyFixture.hadNothing("answer-0001", null);
        for (var closed : closed(request)) {
            unknown(() -> send(id, closed, file));
            unknown(() -> declaring(id, () -> files().files(closed)));
            unknown(() -> declaring(id, () -> files().file(closed, file)));
            unknown(() -> declaring(id, () -> {
                files().remove(closed, file);
                return file;
            }));
            unknown(() -> declaring(id, () -> world.copies().answer(closed, nothing)));
        }
        assertThat(world.db()
                        .sql("select count(*) from company_file where given_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The other company’s, another one of the same company, and one that nobody was ever asked. */
    private List<ObligationId> closed(SubjectRequest request) {
        var bob = world.member();
        world.photo(bob, harbour);
        return List.of(
                world.obligation(request.id(), other),
                world.obligation(world.asked(bob).id(), harbour),
                new ObligationId(UUID.randomUUID()));
    }

    private void send(ObligationId mine, ObligationId to, UUID file) {
        declaring(mine, () -> {
            try {
                return files().receive(to, file, "records.json", new ByteArrayInputStream(RECORDS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] list(ObligationId id) {
        var item = world.db()
                .sql("select ref from obligation_item where obligation_id = ? limit 1")
                .param(id.value())
                .query(UUID.class)
                .single();
        return ("item,outcome\r\n" + item + ",kept\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void unknown(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        NotFound.class, refusal -> assertThat(refusal.key()).isEqualTo("error.obligation-not-found"));
    }

    private ExceptionLists lists() {
        return world.bean(ExceptionLists.class);
    }

    private FileIntake files() {
        return world.bean(FileIntake.class);
    }

    private <T> T declaring(ObligationId id, Supplier<T> action) {
        var who =
                new MailDeclarant(harbour.slug(), id.value(), new EmailAddress("privacy@company.example"), world.now());
        return SignedIn.byMailLink(who, action);
    }
}
