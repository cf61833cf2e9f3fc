package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.World.Company;
import io.retrace.partners.PartnerDirectory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What companies are asked, and what they say. */
final class ObligationCommands extends CommandWalk {

    ObligationCommands(World world) {
        super(world);
    }

    @Override
    Map<String, Runnable> commands() {
        return Map.ofEntries(
                Map.entry("Answering.record", this::answer),
                Map.entry("ChaseLife.step", this::chase),
                Map.entry("ForeignAnswering.acknowledge", this::acknowledgeByProtocol),
                Map.entry("ObligationAsking.reached", this::reach),
                Map.entry("OnwardLife.route", this::askRecipient),
                Map.entry("OnwardLife.watch", this::missReport),
                Map.entry("OnwardReporting.record", this::report),
                Map.entry("ResponderDesk.acknowledge", this::acknowledge),
                Map.entry("SupportQueue.resend", this::resend));
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

    private void report() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        about(ada).exactlyOne("onward-reported", () -> report(company, obligation, null));
        about(ada).none(() -> report(company, obligation, null));
        about(ada).none(() -> refused(() -> report(world.company(), obligation, null)));
    }

    private void askRecipient() {
        var company = world.company();
        var recipient = world.company();
        world.db()
                .sql("update partner set contact = 'privacy@' || slug || '.example' where no = ?")
                .param(recipient.id().value())
                .update();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        report(company, obligation, recipient.slug() + ".example");
        var route = recipientOf(obligation);
        var life = world.bean(OnwardLife.class);
        world.db().sql("update registry_version set version = version + 1").update();
        world.bean(PartnerDirectory.class).bySlug("unknown"); // looks at the registry again
        about(ada).exactlyOne("onward-asked", () -> life.route(route));
        about(ada).none(() -> life.route(route));
    }

    private void missReport() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        report(company, obligation, null);
        var recipient = recipientOf(obligation);
        about(ada).none(() -> world.bean(OnwardLife.class).watch(recipient));
        world.db()
                .sql("update onward_obligation set silent_after = ? where id = ?")
                .param(Timestamp.from(world.now()))
                .param(recipient)
                .update();
        about(ada)
                .exactlyOne("onward-silent", () -> world.bean(OnwardLife.class).watch(recipient));
        about(ada).none(() -> world.bean(OnwardLife.class).watch(recipient));
    }

    private void report(Company company, ObligationId obligation, @Nullable String domain) {
        var form = new OnwardForm("Harbour Data", domain, null, null, null, null, null);
        world.as(company, () -> world.bean(OnwardDesk.class).report(obligation, form));
    }

    private UUID recipientOf(ObligationId obligation) {
        return world.db()
                .sql("select id from onward_obligation where obligation_id = ?")
                .param(obligation.value())
                .query(UUID.class)
                .single();
    }

    private void acknowledgeByProtocol() {
        var company = world.company();
        var ada = memberWithPhotoAt(company);
        var obligation = released(ada, company);
        var foreign = world.bean(ForeignAnswers.class);
        var said = new ForeignAnswers.Said(obligation, company.id(), "opendsr:test", new byte[0]);
        about(ada).exactlyOne("obligation-acknowledged", () -> foreign.acknowledge(said, null));
        about(ada).none(() -> foreign.acknowledge(said, null));
        var another = new ForeignAnswers.Said(obligation, world.company().id(), "opendsr:test", new byte[0]);
        about(ada).none(() -> foreign.acknowledge(another, null));
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

    private Instant nextStep(ObligationId obligation) {
        return world.db()
                .sql("select min(execution_time) from scheduled_tasks where task_name = 'chase-obligation'"
                        + " and task_instance like ? and execution_time >= ?")
                .param(obligation + ":%")
                .param(Timestamp.from(world.now()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private void resend(ObligationId obligation) {
        world.asSupport(() -> {
            world.support().resend(obligation);
            return obligation;
        });
    }

    private CompanyObligation acknowledge(Company company, ObligationId obligation) {
        return world.as(company, () -> world.desk().acknowledge(obligation, null));
    }
}
