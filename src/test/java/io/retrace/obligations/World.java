package io.retrace.obligations;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import io.retrace.erasing.KeycloakStandIn;
import io.retrace.identity.SubjectId;
import io.retrace.ledger.PhotoId;
import io.retrace.ledger.Selection;
import io.retrace.partners.PartnerId;
import io.retrace.requests.MyRequests;
import io.retrace.requests.RequestId;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A world for tests of requests and obligations: the real services on a real PostgreSQL, members, companies and
 * photos that tests put into it, a clock that stands still, and a queue that runs when a test says so.
 */
final class World {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Shared {
        static final KeycloakStandIn KEYCLOAK = new KeycloakStandIn();
        static final ConfigurableApplicationContext CONTEXT = WorldStart.now(KEYCLOAK);
    }

    private final List<ObligationDue> due = Collections.synchronizedList(new ArrayList<>());
    private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());

    /** The one world of this JVM; tests keep apart by having people and companies of their own. */
    static World shared() {
        return Shared.CONTEXT.getBean(World.class);
    }

    <T> T bean(Class<T> type) {
        return Shared.CONTEXT.getBean(type);
    }

    Object named(String bean) {
        return Shared.CONTEXT.getBean(bean);
    }

    void publish(Object event) {
        Shared.CONTEXT.publishEvent(event);
    }

    JdbcClient db() {
        return JdbcClient.create(bean(DataSource.class));
    }

    TestClock clock() {
        return bean(TestClock.class);
    }

    Instant now() {
        return clock().instant();
    }

    MyRequests requests() {
        return bean(MyRequests.class);
    }

    RequestProgress progress() {
        return bean(RequestProgress.class);
    }

    CompanyDesk desk() {
        return bean(CompanyDesk.class);
    }

    SupportDesk support() {
        return bean(SupportDesk.class);
    }

    Asking asking() {
        return bean(Asking.class);
    }

    /** Takes everything off the queue that earlier tests left on it, for tests that count what the queue does. */
    World alone() {
        db().sql("delete from scheduled_tasks").update();
        return this;
    }

    /** A new member with no photos. */
    Member member() {
        var ref = "m-" + COUNT.incrementAndGet();
        var id = UUID.randomUUID();
        db().sql("insert into subject values (?, ?, now())")
                .param(id)
                .param(ref)
                .update();
        return new Member(this, ref, new SubjectId(id));
    }

    /** Gives the member an account with this address, which is returned. */
    String account(Member member) {
        var address = member.ref() + "@member.example";
        Shared.KEYCLOAK.account(member.ref(), "Someone", address);
        return address;
    }

    /** A new company that has {@code time} to answer. */
    Company company(Duration time) {
        var slug = "company-" + COUNT.incrementAndGet();
        var no = db().sql("""
                        with changed as (update registry_version set version = version + 1)
                        insert into partner (slug, name, legal_name, country, role, contact, channel,
                                             answer_within_seconds, registered_at, changed_at)
                        values (:slug, :slug, :slug, 'DE', 'CONTROLLER', 'privacy@company.example', 'PAGE',
                                :time, now(), now()) returning no
                        """)
                .param("slug", slug)
                .param("time", time.toSeconds())
                .query(Integer.class)
                .single();
        return new Company(this, slug, new PartnerId(no));
    }

    Company company() {
        return company(Duration.ofDays(14));
    }

    /** A photo of the member that these companies received a year ago. */
    PhotoId photo(Member member, Company... companies) {
        return new FedLedger(db(), now()).photo(member, companies);
    }

    void disclose(Member member, PhotoId photo, Company company, String purpose) {
        new FedLedger(db(), now()).disclose(member, photo, company, purpose);
    }

    /** Moves the clock and runs what becomes due on the way, each at its own time. */
    void forward(Duration time) {
        until(now().plus(time));
    }

    void until(Instant target) {
        queue().until(target);
    }

    /** Runs what is due now, and what that makes due now. */
    void runDue() {
        queue().runDue();
    }

    private DrivenQueue queue() {
        return new DrivenQueue(db(), clock(), bean(SettableClock.class), bean(ManualScheduler.class));
    }

    /** What delivery does once the network has done its part: every message that was due has reached its company. */
    void deliverAll() {
        List<ObligationDue> messages;
        synchronized (due) {
            messages = List.copyOf(due);
            due.clear();
        }
        for (var message : messages) {
            if (!asking().question(message.obligation()).stillOpen()) continue;
            asking().reached(message.obligation(), message.obligation() + ":" + message.round(), now());
        }
    }

    /** Messages that are due to companies because of this member. */
    List<ObligationDue> due(Member member) {
        var own = db().sql("select id from obligation where subject_id = ?")
                .param(member.subject().value())
                .query(UUID.class)
                .list();
        synchronized (due) {
            return due.stream()
                    .filter(message -> own.contains(message.obligation().value()))
                    .toList();
        }
    }

    /** Everything that happened to one person, in order. */
    List<String> eventsOf(Member member) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> member.subject().value().equals(event.concerns()))
                    .map(event -> event.getClass().getSimpleName())
                    .toList();
        }
    }

    /** Asks for everything, with a fresh step-up. */
    SubjectRequest ask(Member member) {
        return ask(member, new Selection.All());
    }

    SubjectRequest ask(Member member, Selection selection) {
        var submission = submit(member, UUID.randomUUID(), selection);
        return ((Submission.Accepted) submission).request();
    }

    Submission submit(Member member, UUID id, Selection selection) {
        return as(member, () -> requests().eraseAtCompanies(id, selection));
    }

    /** Asks for a copy of everything, with a fresh step-up. */
    SubjectRequest askForCopy(Member member) {
        return ((Submission.Accepted) submitCopy(member, UUID.randomUUID(), new Selection.All())).request();
    }

    Submission submitCopy(Member member, UUID id, Selection selection) {
        return as(member, () -> requests().copyFromCompanies(id, selection));
    }

    /** Asks for a copy, which goes out at once, and lets every question reach its company. */
    SubjectRequest askedForCopy(Member member) {
        var request = askForCopy(member);
        runDue();
        deliverAll();
        return current(member, request);
    }

    CopyDesk copies() {
        return bean(CopyDesk.class);
    }

    /** Asks, lets the undo window end, and lets every question reach its company. */
    SubjectRequest asked(Member member) {
        var request = ask(member);
        until(request.undoUntil());
        deliverAll();
        return current(member, request);
    }

    SubjectRequest current(Member member, SubjectRequest request) {
        return as(member, () -> requests().request(request.reference()));
    }

    CompanyProgress company(Member member, SubjectRequest request, Company company) {
        return as(member, () -> progress().companies(request.id())).stream()
                .filter(one -> one.company().id().equals(company.id()))
                .findFirst()
                .orElseThrow();
    }

    CompanyDesk.Receipt answer(Company company, SubjectRequest request, AttestationForm form) {
        return as(company, () -> desk().attest(obligation(request.id(), company), form));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneId.of("Europe/Berlin"));
    }

    ObligationId obligation(RequestId request, Company company) {
        return new ObligationId(db().sql("select id from obligation where request_id = ? and partner_no = ?")
                .param(request.value())
                .param(company.id().value())
                .query(UUID.class)
                .single());
    }

    <T> T as(Member member, Supplier<T> action) {
        return SignedIn.member(member.ref(), now(), action);
    }

    <T> T as(Company company, Supplier<T> action) {
        return SignedIn.company(company.slug(), action);
    }

    <T> T asSupport(Supplier<T> action) {
        return SignedIn.support(action);
    }

    @EventListener
    void on(ObligationDue message) {
        due.add(message);
    }

    @EventListener
    void on(DomainEvent event) {
        events.add(event);
    }

    /** A member of the platform. */
    record Member(World world, String ref, SubjectId subject) {}

    /** A registered company. */
    record Company(World world, String slug, PartnerId id) {}
}
