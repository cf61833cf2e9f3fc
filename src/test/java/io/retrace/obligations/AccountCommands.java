package io.retrace.obligations;

import io.retrace.identity.Closing;
import io.retrace.identity.ErasingTurns;
import io.retrace.identity.MemberRef;
import io.retrace.identity.MyAccount;
import io.retrace.identity.PlatformMembers;
import io.retrace.obligations.World.Member;
import java.util.Map;

/** Closing an account, and forgetting who had it. */
final class AccountCommands extends CommandWalk {

    AccountCommands(World world) {
        super(world);
    }

    @Override
    Map<String, Runnable> commands() {
        return Map.ofEntries(
                Map.entry("ErasingLife.begin", this::beginErasing),
                Map.entry("ErasingLife.finish", this::finishErasing),
                Map.entry("OwnAccount.close", this::closeAccount),
                Map.entry("OwnAccount.keep", this::keepAccount),
                Map.entry("PlatformAccounts.close", this::closeForPlatform));
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
}
