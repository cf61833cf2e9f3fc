package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ADA;
import static io.retrace.erasing.TwoPeople.BEN;
import static io.retrace.erasing.TwoPeople.hash;
import static io.retrace.erasing.TwoPeople.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.identity.MyAccount;
import io.retrace.obligations.Forms;
import io.retrace.requests.Drafts;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The canary: a member with a name that stands out is fed, asks, is answered and written to, and leaves. Then nothing that
 * was planted is found in any table, sample, file or log line, while it all was there before.
 */
class NoTraceModuleTest {

    private static final String TYPED = "typed-canary-4402";

    private final World world = new World();
    private final Portal portal = world.start();

    @BeforeEach
    void feed() {
        people().register();
        people().feed(ADA, 3);
        people().feed(BEN, 1);
    }

    @AfterEach
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase({"UC-013/3", "UC-013/4"})
    void nothing_that_leads_to_an_erased_person_is_left_anywhere() {
        var request = people().ask(ADA);
        people().as(ADA, () -> {
            portal.bean(Drafts.class).keep("ask", TYPED);
            return true;
        });
        assertThat(account().in(portal.db())).anyMatch(find -> find.startsWith("scheduled_tasks.task_data"));
        portal.pass(Duration.ofHours(25));
        for (var company : TwoPeople.COMPANIES)
            people().answer(request, company, Forms.erased("answer-" + company, today(), null));
        portal.pass(Duration.ofMinutes(1));
        var mailsBefore = world.mail.getReceivedMessages().length;
        assertThat(mailsBefore).as("mails on the way").isPositive();
        analyze();

        var account = account();
        var photoIds = photoIds();
        assertThat(account.in(portal.db()))
                .as("what is looked for was there")
                .anyMatch(find -> find.startsWith("subject.member_ref"))
                .anyMatch(find -> find.startsWith("photo.sha256"))
                .anyMatch(find -> find.startsWith("obligation_item.sha256"))
                .anyMatch(find -> find.startsWith("draft.content"))
                .anyMatch(find -> find.startsWith("request_transition.actor_id"));
        assertThat(photoIds.in(world.home.resolve("thumbnails"))).isNotEmpty();

        close();

        assertThat(account.in(portal.db())).isEmpty();
        assertThat(account.in(world.home)).isEmpty();
        assertThat(photoIds.in(world.home)).allMatch(find -> find.startsWith("portal.log"));
        assertThat(photoIds.in(portal.db())).allMatch(find -> find.startsWith("pg_stats."));
        assertThat(world.keycloak.has(ADA)).isFalse();
        assertThat(world.keycloak.signOuts()).isEqualTo(1);
        assertThat(world.mail.getReceivedMessages())
                .as("the mail before, and the last one")
                .hasSize(mailsBefore + 2);
        assertThat(portal.db()
                        .sql("select count(*) from erasing where done_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertBenIsWhole();
    }

    @Test
    @UseCase("UC-013/5")
    void what_was_asked_goes_on_and_only_that_stays_until_the_company_has_answered() {
        var request = people().ask(ADA);
        portal.pass(Duration.ofHours(25));
        people().answer(request, "nearby-ads", Forms.erased("answer-0001", today(), null));
        portal.pass(Duration.ofMinutes(1));

        close();

        assertThat(account().in(portal.db())).isNotEmpty().allMatch(find -> find.startsWith("obligation_item.sha256"));
        assertThat(count("obligation_item"))
                .as("of the company that has not answered")
                .isEqualTo(3);

        people().answer(request, "lumen-vision", Forms.erased("answer-0002", today(), null));
        portal.pass(Duration.ofDays(1));

        assertThat(account().in(portal.db())).isEmpty();
        assertThat(count("obligation_item")).isZero();
        assertThat(portal.db()
                        .sql("select status from request")
                        .query(String.class)
                        .single())
                .as("the request came to its end without its person")
                .isEqualTo("DONE");
        assertThat(portal.db()
                        .sql("select count(*) from evidence_opening where subject_id = ?")
                        .param(subjectOf(request.id().value()))
                        .query(Integer.class)
                        .single())
                .as("salts die with the person")
                .isZero();
        assertThat(count("attestation")).as("what companies attested stays").isEqualTo(2);
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
    }

    private UUID subjectOf(UUID id) {
        return portal.db()
                .sql("select subject_id from request where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private void close() {
        people().as(ADA, () -> portal.bean(MyAccount.class).close());
        portal.pass(Duration.ofHours(25));
    }

    private Traces account() {
        var traces = new Traces()
                .plant(ADA)
                .plant("user-" + ADA)
                .plant("Adelheid")
                .plant("adelheid.kanarek@member.example")
                .plant(TYPED);
        for (int i = 1; i <= 3; i++)
            traces.plant("hash of photo " + i, hash(ref(ADA, i)).bytes());
        return traces;
    }

    /** Ours, and without meaning once the rows are gone: logs and PostgreSQL’s samples may keep them, rows and files may not. */
    private Traces photoIds() {
        var traces = new Traces();
        portal.db()
                .sql("select id from photo where platform_ref like ?")
                .param("%" + ADA + "%")
                .query(String.class)
                .list()
                .forEach(traces::plant);
        return traces;
    }

    /** So that PostgreSQL has drawn its samples while everything was there. */
    private void analyze() {
        portal.db().sql("analyze").update();
    }

    private void assertBenIsWhole() {
        assertThat(count("photo")).isEqualTo(1);
        assertThat(count("disclosure")).isEqualTo(2);
        assertThat(world.keycloak.has(BEN)).isTrue();
    }

    private int count(String table) {
        return portal.db()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    }
}
