package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrace.testing.Browser;
import io.retrace.testing.DurableSink;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.PublicLog;
import io.retrace.testing.RunningDatabase;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.Signals;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The built jar dies, or its PostgreSQL does, at the worst moments: nothing is lost and nothing is answered twice. It has an
 * installation of its own, so that no other journey is disturbed.
 */
class PortalFaultIT {

    private static final RunningRetrace RETRACE = RunningRetrace.ownForFaults();
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final List<String> ANSWERING =
            List.of("lumen-vision", "clearwater-safety", "palisade-id", "northlight-research");
    private static final String SINK = "tidewater-prints";
    private static final List<String> EVERYBODY =
            Stream.concat(ANSWERING.stream(), Stream.of(SINK)).toList();

    private final PlatformApi platform = new PlatformApi(RETRACE);
    private final PublicLog log = new PublicLog(RETRACE);
    private final FaultHistory history = new FaultHistory(RETRACE);

    @AfterAll
    static void stop() {
        RETRACE.close();
    }

    @Test
    @UseCase("UC-002/4")
    void a_request_whose_portal_is_killed_before_sending_goes_out_by_itself_and_is_answered_once() throws IOException {
        try (var sink = DurableSink.open(Runnable::run)) {
            platform.register(SINK, "Tidewater Prints", sink.url());
            var member = member("killed-before-sending", EVERYBODY);
            var promised = log.checkpoint();
            var reference = askAndKill(member);
            RETRACE.restart();
            log.stillHolds(promised);

            followToTheEnd(member, reference);
            assertThat(history.requestsOf(member)).containsExactly(reference);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(history.parts(List.of(reference)))
                            .hasSize(5)
                            .allMatch(part -> part.slug().equals(SINK) ? part.askedOnce() : part.answeredOnce()));
            history.agreesWith(sink.messages(), SINK, List.of(reference));
        }
    }

    private String askAndKill(String member) {
        try (var browser = Browser.open()) {
            var ask = ready(browser, member);
            ask.send().click();
            var reference = ask.confirmed();
            Signals.kill(RETRACE.portalProcess());
            assertThat(history.parts(List.of(reference))).hasSize(5).noneMatch(FaultHistory.Part::asked);
            return reference;
        }
    }

    private void followToTheEnd(String member, String reference) {
        try (var browser = Browser.open()) {
            new SignInPage(browser.page(), RETRACE).openAs(account(member), "/requests/" + reference);
            var request = new RequestPage(browser.page());
            request.waitForWord("Clearwater Safety", "Confirmed deleted", SOON);
            request.waitForWord("Northlight Research", "Had nothing", SOON);
            request.waitForWord("Palisade ID", "Kept some", SOON);
            request.waitForWord("Lumen Vision", "Confirmed deleted", SOON);
        }
    }

    /** The portal is frozen, gets the company’s 202 and dies without having read it. */
    @Test
    @UseCase("UC-005/1")
    void a_portal_killed_between_a_companys_202_and_its_own_record_asks_again_under_the_same_id() throws IOException {
        var first = new AtomicBoolean(true);
        var died = new CompletableFuture<Void>();
        try (var sink = DurableSink.open(answer -> {
                    if (!first.getAndSet(false)) {
                        answer.run();
                        return;
                    }
                    var portal = RETRACE.portalProcess();
                    Signals.freeze(portal);
                    answer.run();
                    Signals.kill(portal);
                    died.complete(null);
                });
                var browser = Browser.open()) {
            platform.register(SINK, "Tidewater Prints", sink.url());
            var member = member("killed-after-202", List.of(SINK));
            var ask = ready(browser, member);
            ask.send().click();
            var reference = ask.confirmed();

            await().atMost(SOON).until(died::isDone);
            assertThat(history.parts(List.of(reference)))
                    .singleElement()
                    .matches(part -> !part.asked() && part.attempts() == 1);
            RETRACE.restart();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(history.parts(List.of(reference)))
                            .singleElement()
                            .matches(FaultHistory.Part::askedOnce)
                            .matches(part -> part.attempts() == 2));
            assertThat(sink.messages()).hasSize(2);
            history.agreesWith(sink.messages(), SINK, List.of(reference));
        }
    }

    @Test
    @UseCase("UC-002/5")
    void a_postgresql_that_crashes_while_people_ask_and_companies_answer_costs_nobody_anything() throws IOException {
        var database = new RunningDatabase(RETRACE);
        var portal = RETRACE.portalProcess();
        var browsers = new ArrayList<Browser>();
        try (var sink = DurableSink.open(Runnable::run)) {
            platform.register(SINK, "Tidewater Prints", sink.url());
            var members = IntStream.range(0, 3)
                    .mapToObj(n -> member("crash-" + n, EVERYBODY))
                    .toList();
            var asks = new ArrayList<AskPages>();
            for (var member : members) {
                browsers.add(Browser.open());
                asks.add(ready(browsers.getLast(), member));
            }
            var promised = log.checkpoint();

            asks.getFirst().send().click();
            var crash = CompletableFuture.runAsync(database::crashAndRecover);
            asks.stream().skip(1).forEach(ask -> ask.send().click());
            crash.join();
            var accepted = asks.stream().map(AskPages::confirmedInTheEnd).toList();

            await().atMost(SOON).until(() -> history.parts(accepted).stream().anyMatch(part -> part.answers() > 0));
            database.crashAndRecover();

            for (int i = 0; i < members.size(); i++) {
                assertThat(history.requestsOf(members.get(i))).containsExactly(accepted.get(i));
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(history.parts(accepted))
                            .hasSize(3 * 5)
                            .allMatch(FaultHistory.Part::askedOnce)
                            .allMatch(part -> part.slug().equals(SINK) || part.answeredOnce()));
            history.agreesWith(sink.messages(), SINK, accepted);
            assertThat(portal.isAlive()).isTrue();
            log.stillHolds(promised);
        } finally {
            browsers.forEach(Browser::close);
        }
    }

    /** A member of this test alone, with one photo that these companies received. */
    private String member(String purpose, List<String> companies) {
        var member = "%s-%x".formatted(purpose, System.nanoTime());
        new NewMembers(RETRACE).join(member);
        platform.share(member, companies);
        return member;
    }

    private static String account(String member) {
        return member + "@member.example";
    }

    private static AskPages ready(Browser browser, String member) {
        new SignInPage(browser.page(), RETRACE).openAs(account(member), "/ask");
        var ask = new AskPages(browser.page(), RETRACE);
        ask.chooseEverything();
        return ask;
    }
}
