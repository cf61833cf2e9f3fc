package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.access.AccessPackage.State;
import io.retrace.access.Member.Company;
import io.retrace.access.PackageDownload.Device;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.ObligationAnswered;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReleased;
import io.retrace.requests.RequestSettled;
import io.retrace.requests.RequestStatus;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.shared.SecretBox;
import io.retrace.shared.Sha256;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When packages are made, read, made again and destroyed. */
class PackageLifeModuleTest {

    private final AccessWorld world = AccessWorld.shared();
    private final Member ada = world.member(Locale.ENGLISH);
    private final Company lumen = Company.register(world, "Lumen Vision");
    private final LeafCount leaves =
            new LeafCount(world.dataSource()).about(ada.subject().value());

    @Test
    @UseCase("UC-012/1")
    void a_first_copy_is_made_as_soon_as_the_request_goes_out() {
        var request = ada.asksForCopy(lumen);
        assertThat(world.newest(ada, request).state(world.now())).isEqualTo(State.BEING_MADE);
        leaves.exactlyOne("package-prepared", world::runDue);
        var copy = world.newest(ada, request);
        assertThat(copy.state(world.now())).isEqualTo(State.READY);
        assertThat(copy.expiresAt()).isEqualTo(world.now().plus(Duration.ofDays(30)));
        assertThat(Unzipped.of(world.download(ada, copy.id())).text("index.html"))
                .contains("One company has not answered yet: Lumen Vision.");
    }

    @Test
    @UseCase("UC-012/1")
    void a_newer_one_follows_when_all_have_answered_and_another_with_every_late_answer() {
        var request = ready();
        world.publish(new RequestSettled(request, ada.subject(), RequestStatus.PARTLY_DONE, world.now()));
        world.runDue();
        assertThat(copies(request)).hasSize(2);
        answered(request); // before its end an answer waits for the end
        assertThat(copies(request)).hasSize(2);
        world.db()
                .sql("update request set closed_at = ? where id = ?")
                .params(Timestamp.from(world.now()), request.value())
                .update();
        answered(request);
        world.runDue();
        assertThat(copies(request)).hasSize(3).allMatch(copy -> copy.state(world.now()) == State.READY);
    }

    @Test
    @UseCase("UC-012/1")
    void a_request_for_deletion_brings_no_copy() {
        var request = ada.request("ERASURE", lumen);
        world.publish(new RequestReleased(request, RequestKind.ERASURE, ada.subject(), world.now()));
        assertThat(copies(request)).isEmpty();
    }

    @Test
    @UseCase("UC-012/9")
    void it_is_made_again_with_one_click_and_only_once_at_a_time() {
        var request = ready();
        leaves.exactlyOne("package-ordered", () -> again(request));
        leaves.none(() -> again(request));
        world.runDue();
        assertThat(copies(request)).hasSize(2);
        var bob = world.member(Locale.ENGLISH);
        leaves.none(() -> assertThatThrownBy(() -> bob.signedIn(() -> {
                    world.packages().makeAgain(request, Locale.ENGLISH);
                    return request;
                }))
                .isInstanceOf(NotFound.class));
    }

    @Test
    @UseCase("UC-012/7")
    void a_download_needs_a_fresh_proof_and_is_listed_each_time() {
        var id = world.newest(ada, ready()).id();
        assertThatThrownBy(() -> ada.signedIn(() -> download(id, null))).isInstanceOf(StepUpRequired.class);
        leaves.exactlyOne("package-downloaded", () -> ada.proved(() -> download(id, null)));
        ada.proved(() -> download(id, null));
        assertThat(copies(id)).extracting(PackageDownload::device).containsExactly(Device.PHONE, Device.PHONE);
    }

    @Test
    @UseCase("UC-012/8")
    void what_was_interrupted_goes_on_for_some_hours_without_a_new_proof_and_is_the_same_download() {
        var id = world.newest(ada, ready()).id();
        var begun = ada.proved(() -> download(id, null)).download();
        world.forward(Duration.ofHours(11));
        leaves.none(() -> ada.signedIn(() -> download(id, begun)));
        assertThat(copies(id)).hasSize(1);
        world.forward(Duration.ofHours(2));
        assertThatThrownBy(() -> ada.signedIn(() -> download(id, begun))).isInstanceOf(StepUpRequired.class);
        assertThatThrownBy(() -> ada.signedIn(() -> download(id, UUID.randomUUID())))
                .isInstanceOf(StepUpRequired.class);
    }

    @Test
    @UseCase("UC-012/10")
    void somebody_elses_package_is_no_package() {
        var id = world.newest(ada, ready()).id();
        var bob = world.member(Locale.ENGLISH);
        assertThatThrownBy(() -> bob.proved(() -> download(id, null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bob.proved(() -> download(new PackageId(UUID.randomUUID()), null)))
                .isInstanceOf(NotFound.class);
        assertThat(bob.signedIn(
                        () -> world.packages().of(world.newest(ada, ready()).request())))
                .isEmpty();
    }

    @Test
    @UseCase("UC-012/9")
    void after_thirty_days_key_and_file_are_gone_for_good() throws IOException {
        var id = world.newest(ada, ready()).id();
        var file = files(id).getFirst();
        var sealed = Files.readAllBytes(file);
        leaves.exactlyOne("package-expired", () -> world.forward(Duration.ofDays(30)));
        leaves.none(() -> world.forward(Duration.ofDays(1)));
        assertThat(files(id)).isEmpty();
        assertThatThrownBy(() -> ada.proved(() -> download(id, null))).isInstanceOf(NotFound.class);
        var row = world.db()
                .sql("select to_jsonb(p)::text from access_package p where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(row).contains("\"sealed_key\": null", "\"file\": null");
        // who kept a copy of the file has noise: the portal’s own key opens nothing without the wrapped one
        assertThatThrownBy(() -> world.bean(SecretBox.class).open(sealed, "package-key:" + id))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @UseCase("UC-012/6")
    void what_lies_on_the_disk_is_not_the_zip() throws IOException {
        var id = world.newest(ada, ready()).id();
        var zip = world.download(ada, id);
        var stored = Files.readAllBytes(files(id).getFirst());
        assertThat(new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("index.html");
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("index.html", "PK\u0003\u0004");
    }

    @Test
    @UseCase("UC-012/6")
    void a_file_that_somebody_changed_is_not_handed_out() throws IOException {
        var id = world.newest(ada, ready()).id();
        var file = files(id).getFirst();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> world.download(ada, id)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    @UseCase("UC-012/11")
    void what_a_worker_left_when_it_died_is_thrown_away_and_it_is_made_from_the_start() throws IOException {
        var request = ada.asksForCopy(lumen);
        var id = world.newest(ada, request).id();
        world.bean(PackageRows.class).begin(id, world.now());
        world.bean(PackageStore.class).begin(id).out().write(new byte[200_000]); // and then it died
        assertThat(files(id)).hasSize(1);
        world.runDue();
        assertThat(files(id)).hasSize(1);
        assertThat(files(id).getFirst().toString()).doesNotEndWith(".part");
        assertThat(Unzipped.of(world.download(ada, id)).entries()).containsKey("manifest.json");
    }

    @Test
    @UseCase("UC-012/11")
    void of_two_workers_one_wins_and_the_other_leaves_nothing() throws IOException {
        var request = ada.asksForCopy(lumen);
        var id = world.newest(ada, request).id();
        world.runDue();
        leaves.none(() -> {
            try {
                world.bean(Packer.class).make(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(files(id)).hasSize(1);
        assertThat(world.download(ada, id)).isNotEmpty();
    }

    @Test
    void a_copy_for_an_account_that_is_gone_is_not_made() {
        var request = ada.asksForCopy(lumen);
        world.bean(People.class).leaves(ada.subject());
        world.runDue();
        world.bean(People.class).joins(ada.subject(), Locale.ENGLISH);
        assertThat(world.newest(ada, request).state(world.now())).isEqualTo(State.EXPIRED);
    }

    @Test
    @UseCase("UC-012/12")
    void forgetting_a_person_destroys_their_copies() throws IOException {
        var id = world.newest(ada, ready()).id();
        ada.proved(() -> download(id, null));
        var step = world.bean(ForgottenPackages.class);
        step.erase(ada.subject());
        step.erase(ada.subject());
        assertThat(files(id)).isEmpty();
        assertThat(world.db()
                        .sql("select count(*) from access_package where subject_id = ?")
                        .param(ada.subject().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private RequestId ready() {
        var request = ada.asksForCopy(lumen);
        world.runDue();
        return request;
    }

    private void answered(RequestId request) {
        world.publish(new ObligationAnswered(
                new ObligationId(UUID.randomUUID()),
                request,
                ada.subject(),
                1,
                CompanyWord.HAD_NOTHING,
                new Sha256(new byte[32]),
                world.now()));
    }

    private void again(RequestId request) {
        ada.signedIn(() -> {
            world.packages().makeAgain(request, Locale.GERMAN);
            return request;
        });
    }

    private OpenPackage download(PackageId id, @org.jspecify.annotations.Nullable UUID earlier) {
        return world.packages().download(id, Device.PHONE, earlier);
    }

    private List<AccessPackage> copies(RequestId request) {
        return ada.signedIn(() -> world.packages().of(request));
    }

    private List<PackageDownload> copies(PackageId id) {
        var request = new RequestId(world.db()
                .sql("select request_id from access_package where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
        return copies(request).stream()
                .filter(copy -> copy.id().equals(id))
                .findFirst()
                .orElseThrow()
                .downloads();
    }

    private List<Path> files(PackageId id) throws IOException {
        var folder = world.folder().resolve(id.toString().substring(34)).resolve(id.toString());
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
