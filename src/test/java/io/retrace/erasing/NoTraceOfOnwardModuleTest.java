package io.retrace.erasing;

import static io.retrace.erasing.TwoPeople.ADA;
import static io.retrace.testing.Callers.asPlatform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.MyAccount;
import io.retrace.obligations.Forms;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.OnwardDesk;
import io.retrace.obligations.OnwardForm;
import io.retrace.obligations.SignedIn;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.PartnerRegistry;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a company wrote about those to whom it passed photos on goes with the person; what has to be asked is still asked. */
class NoTraceOfOnwardModuleTest {

    private static final String NAME = "onward-canary-5513 Ltd";
    private static final String WHY = "purpose-canary-5514";

    private final World world = new World();
    private final Portal portal = world.start();
    private SubjectRequest request;

    @BeforeEach
    void ask() {
        people().register();
        people().feed(ADA, 2);
        request = people().ask(ADA);
        portal.pass(Duration.ofHours(25));
    }

    @AfterEach
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase("UC-026/10")
    void names_and_reports_are_forgotten_and_no_more_is_taken_in() {
        report(null);
        for (var company : TwoPeople.COMPANIES)
            people().answer(request, company, Forms.erased("answer-" + company, today(), null));
        portal.pass(Duration.ofMinutes(1));
        portal.db().sql("analyze").update();
        assertThat(traces().in(portal.db()))
                .anyMatch(find -> find.startsWith("onward_obligation.recipient"))
                .anyMatch(find -> find.startsWith("onward_report.body"));

        close();

        assertThat(traces().in(portal.db())).isEmpty();
        assertThat(count("onward_obligation")).as("that there was one stays").isOne();
        assertThatThrownBy(() -> report(null)).isInstanceOf(Conflict.class);
        assertThat(traces().in(portal.db())).isEmpty();
    }

    @Test
    @UseCase({"UC-026/4", "UC-026/10"})
    void who_is_named_when_the_person_has_left_is_still_asked() {
        asPlatform(() -> portal.bean(PartnerRegistry.class)
                .register(
                        "harbour",
                        new PartnerDetails(
                                "Harbour",
                                "Harbour Ltd",
                                "IE",
                                PartnerRole.PROCESSOR,
                                new EmailAddress("privacy@harbour.example"),
                                Channel.PAGE,
                                Duration.ofDays(14)),
                        null));
        people().answer(request, "nearby-ads", Forms.erased("answer-0001", today(), null));
        close();
        report("harbour.example");
        people().answer(request, "lumen-vision", Forms.erased("answer-0002", today(), null));
        portal.pass(Duration.ofHours(2));
        assertThat(count("obligation_item i join obligation o on o.id = i.obligation_id where o.onward"))
                .as("of Harbour, which has not answered")
                .isEqualTo(2);
        people().answer(request, "harbour", Forms.erased("answer-0003", today(), null));
        portal.pass(Duration.ofDays(1));
        assertThat(count("obligation_item")).isZero();
        assertThat(traces().in(portal.db())).isEmpty();
    }

    private void report(@Nullable String domain) {
        var form = new OnwardForm(NAME, domain, WHY, today(), null, null, null);
        var id = obligation();
        SignedIn.company("lumen-vision", () -> portal.bean(OnwardDesk.class).report(id, form));
    }

    private ObligationId obligation() {
        return people().obligation(request, "lumen-vision");
    }

    private void close() {
        people().as(ADA, () -> portal.bean(MyAccount.class).close());
        portal.pass(Duration.ofHours(25));
    }

    private static Traces traces() {
        return new Traces().plant(NAME).plant("onward-canary").plant(WHY);
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
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
