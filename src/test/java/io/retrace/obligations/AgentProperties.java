package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.World.Member;
import io.retrace.shared.DomainException;
import io.retrace.testing.SigningAgent;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever agents, forgers and strangers send, in any order and however often: nothing happens without the person’s own yes. */
class AgentProperties {

    private static final Set<String> FINAL = Set.of("revoked", "denied/insuf_verification", "denied/no_match");

    enum Kind {
        FILE,
        FILE_AGAIN,
        REPLAY,
        FORGE,
        FOREIGN_KEY,
        STRANGER_READS,
        STRANGER_REVOKES,
        STRANGER_CONFIRMS,
        REVOKE,
        REVOKE_BEFORE_IT_CAME,
        SEARCH,
        DECLINE,
        CONFIRM,
        DAY,
        MONTH
    }

    record Move(Kind kind, int which) {}

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    @UseCase({"UC-025/3", "UC-025/6"})
    void no_order_of_messages_makes_a_request_that_its_person_did_not_want(@ForAll("moves") List<Move> moves) {
        var story = new Story(World.shared());
        for (var move : moves) {
            story.on(move);
            story.check();
        }
        AgentClient.forgetJobs(World.shared());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 9))
                .as(Move::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(20);
    }

    private static final class Story {

        private final World world;
        private final Member ada;
        private final Member bob;
        private final String address;
        private final AgentClient client;
        private final AgentClient stranger;
        private final List<String> bodies = new ArrayList<>();
        private final List<String> filings = new ArrayList<>();
        private final Set<String> wanted = new HashSet<>();
        private final Map<String, String> ends = new HashMap<>();

        Story(World world) {
            this.world = world;
            ada = world.member();
            bob = world.member();
            address = world.account(ada);
            world.photo(ada, world.company());
            client = AgentClient.paired(world);
            stranger = AgentClient.paired(world);
        }

        void on(Move move) {
            switch (move.kind()) {
                case FILE -> file("n-" + filings.size(), move.which() % 3 == 0 ? "nobody@member.example" : address);
                case FILE_AGAIN -> pick(filings, move).ifPresent(this::fileAgain);
                case REPLAY ->
                    pick(bodies, move)
                            .ifPresent(body -> refused(client.send(body).getStatus()));
                case FORGE ->
                    pick(bodies, move)
                            .ifPresent(body ->
                                    refused(client.send(forged(body, move)).getStatus()));
                case FOREIGN_KEY -> refused(client.send(foreign()).getStatus());
                case STRANGER_READS ->
                    pick(filings, move)
                            .ifPresent(id -> refused(stranger.read(id).getStatus()));
                case STRANGER_REVOKES ->
                    pick(filings, move)
                            .ifPresent(id -> refused(stranger.revoke(id).getStatus()));
                case STRANGER_CONFIRMS -> pick(filings, move).ifPresent(id -> attempt(() -> client.confirm(bob, id)));
                case REVOKE -> pick(filings, move).ifPresent(client::revoke);
                case REVOKE_BEFORE_IT_CAME ->
                    refused(client.revoke(UUID.randomUUID().toString()).getStatus());
                case SEARCH -> world.runDue();
                case DECLINE -> pick(filings, move).ifPresent(id -> attempt(() -> client.decline(ada, id)));
                case CONFIRM -> pick(filings, move).ifPresent(this::confirm);
                case DAY -> world.forward(Duration.ofHours(13));
                case MONTH -> world.forward(Duration.ofDays(16));
            }
        }

        private void file(String name, String email) {
            var body = client.agent.sign(client.agent.exercise(world.now(), "deletion", name, email));
            var answer = client.send(body);
            assertThat(answer.getStatus()).isEqualTo(200);
            bodies.add(body);
            filings.add(AgentClient.id(answer));
        }

        /** Under its name again: the same filing, or refused where it says something else; never a second one. */
        private void fileAgain(String id) {
            var answer = client.file("deletion", "n-" + filings.indexOf(id), address);
            if (answer.getStatus() == 200) assertThat(AgentClient.id(answer)).isEqualTo(id);
            else assertThat(answer.getStatus()).isEqualTo(409);
        }

        private void confirm(String id) {
            attempt(() -> {
                client.confirm(ada, id);
                wanted.add(id);
            });
        }

        private String foreign() {
            var forger = new SigningAgent(client.agent.id);
            return forger.sign(forger.exercise(world.now(), "deletion", "forged", address));
        }

        private static String forged(String body, Move move) {
            var bytes = Base64.getDecoder().decode(body);
            bytes[move.which() * (bytes.length - 1) / 9] ^= 1;
            return Base64.getEncoder().encodeToString(bytes);
        }

        void check() {
            var requests = world.as(ada, () -> world.requests().all());
            assertThat(requests.size()).as("only what Ada wanted").isLessThanOrEqualTo(wanted.size());
            assertThat(requests.isEmpty()).isEqualTo(wanted.isEmpty());
            assertThat(world.as(bob, () -> world.requests().all())).isEmpty();
            for (var id : filings) {
                var stands = client.stands(id);
                if (!wanted.contains(id))
                    assertThat(stands)
                            .isIn("in_progress/need_user_verification", "revoked", "denied/insuf_verification");
                var end = ends.get(id);
                if (end != null) assertThat(stands).as("final is final").isEqualTo(end);
                if (FINAL.contains(stands)) ends.put(id, stands);
            }
        }

        private static void refused(int status) {
            assertThat(status).isIn(400, 403, 409);
        }

        private static void attempt(Runnable command) {
            try {
                command.run();
            } catch (DomainException refusal) {
                assertThat(refusal.key()).isIn("error.not-found", "error.agent.decided");
            }
        }

        private static Optional<String> pick(List<String> list, Move move) {
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(move.which() % list.size()));
        }
    }
}
