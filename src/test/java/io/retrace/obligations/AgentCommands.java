package io.retrace.obligations;

import static io.retrace.obligations.AgentClient.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.SigningAgent;
import java.time.Duration;
import java.util.Map;

/** What agents file, and what becomes of it. */
final class AgentCommands extends CommandWalk {

    AgentCommands(World world) {
        super(world);
    }

    @Override
    Map<String, Runnable> commands() {
        return Map.ofEntries(
                Map.entry("Registrations.register", alone(this::register)),
                Map.entry("Pairing.pair", alone(this::pair)),
                Map.entry("Filings.file", alone(this::file)),
                Map.entry("Filings.revoke", alone(this::revoke)),
                Map.entry("Filings.lapse", alone(this::lapse)),
                Map.entry("Matching.found", alone(this::match)),
                Map.entry("OwnFilings.confirm", alone(this::confirm)),
                Map.entry("OwnFilings.decline", alone(this::decline)));
    }

    /** Earlier filings of others must not end in between, nor these within others. */
    private Runnable alone(Runnable command) {
        return () -> {
            world.alone();
            command.run();
            AgentClient.forgetJobs(world);
        };
    }

    private void register() {
        leaves.exactlyOne("agent-registered", () -> {
            AgentClient.unpaired(world);
        });
        var client = AgentClient.unpaired(world);
        leaves.none(() -> client.register(client.agent, true));
        leaves.exactlyOne("agent-changed", () -> client.register(client.agent, false));
        leaves.exactlyOne("agent-changed", () -> client.register(new SigningAgent(client.agent.id), false));
    }

    private void pair() {
        var client = AgentClient.unpaired(world);
        var body = client.agent.sign(client.agent.message(world.now()));
        leaves.exactlyOne("agent-paired", () -> {
            client.pair(client.agent.id, body);
        });
        leaves.none(() -> client.pair(client.agent.id, body));
        leaves.none(() -> client.pair("NOBODY_KNOWN", body));
    }

    private void file() {
        var client = AgentClient.paired(world);
        var body = client.agent.sign(client.agent.exercise(world.now(), "deletion", "n-1", "x@member.example"));
        leaves.exactlyOne("agent-request-filed", () -> {
            client.send(body);
        });
        leaves.none(() -> client.send(body));
        leaves.none(() -> client.file("deletion", "n-1", "x@member.example"));
        leaves.none(() -> client.file("access", "n-1", "x@member.example"));
        leaves.exactlyOne("agent-request-filed", () -> {
            client.file("sale:opt-out", "n-2", "x@member.example");
        });
    }

    private void revoke() {
        var client = AgentClient.paired(world);
        var ada = memberWithPhotoAt(world.company());
        var waiting = id(client.file("deletion", "n-1", world.account(ada)));
        world.runDue();
        about(ada).exactlyOne("agent-request-ended", () -> {
            client.revoke(waiting);
        });
        about(ada).none(() -> client.revoke(waiting));
        var confirmed = id(client.file("deletion", "n-2", world.account(ada)));
        world.runDue();
        client.confirm(ada, confirmed);
        about(ada).exactlyOne("request-withdrawn", () -> {
            client.revoke(confirmed);
        });
        about(ada).none(() -> client.revoke(confirmed));
        var stranger = AgentClient.paired(world);
        about(ada).none(() -> stranger.revoke(confirmed));
    }

    private void lapse() {
        var client = AgentClient.paired(world);
        var ada = memberWithPhotoAt(world.company());
        var filed = id(client.file("deletion", "n-1", world.account(ada)));
        world.runDue();
        about(ada).exactlyOne("agent-request-ended", () -> world.forward(Duration.ofDays(30)));
        assertThat(client.stands(filed)).isEqualTo("denied/insuf_verification");
        about(ada).none(world::runDue);
    }

    private void match() {
        var client = AgentClient.paired(world);
        var ada = memberWithPhotoAt(world.company());
        client.file("deletion", "n-1", world.account(ada));
        about(ada).exactlyOne("agent-request-matched", world::runDue);
        about(ada).none(world::runDue);
        client.file("deletion", "n-2", "nobody@member.example");
        about(ada).none(world::runDue);
    }

    private void confirm() {
        var client = AgentClient.paired(world);
        var ada = memberWithPhotoAt(world.company());
        var first = id(client.file("deletion", "n-1", world.account(ada)));
        var second = id(client.file("deletion", "n-2", world.account(ada)));
        world.runDue();
        about(ada).exactlyOne("request-received", () -> client.confirm(ada, first));
        about(ada).none(() -> refused(() -> client.confirm(ada, first)));
        about(ada).exactlyOne("request-merged", () -> client.confirm(ada, second));
        var bob = world.member();
        var nothing = id(client.file("deletion", "n-3", world.account(bob)));
        world.runDue();
        about(bob).exactlyOne("agent-request-ended", () -> client.confirm(bob, nothing));
    }

    private void decline() {
        var client = AgentClient.paired(world);
        var ada = memberWithPhotoAt(world.company());
        var filed = id(client.file("deletion", "n-1", world.account(ada)));
        world.runDue();
        about(ada).exactlyOne("agent-request-ended", () -> client.decline(ada, filed));
        about(ada).none(() -> refused(() -> client.decline(ada, filed)));
    }
}
