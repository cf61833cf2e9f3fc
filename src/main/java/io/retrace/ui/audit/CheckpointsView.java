package io.retrace.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.evidence.LogReader;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.ui.component.Asked;
import io.retrace.ui.component.FilterBar;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Time;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Every checkpoint that was signed, and the proof that the log only grew between any two of them. */
@Route(value = Routes.AUDIT + "/checkpoints", layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class CheckpointsView extends Page implements BeforeEnterObserver {

    static final String PATH = Routes.AUDIT + "/checkpoints";
    private static final int AT_ONCE = 50;

    private final LogReader reader;
    private final Div more = Markup.box("more-rows");

    CheckpointsView(LogReader reader) {
        super("audit");
        this.reader = reader;
        entitle(say("audit.checkpoints"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Asked.of(event.getLocation());
        removeAll();
        more.removeAll();
        var back = Markup.link(Routes.AUDIT, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.log")));
        add(
                Markup.box("crumb", back),
                Markup.box("head", Markup.h1(say("audit.checkpoints"))),
                Markup.p(say("audit.checkpoints.lead"), "soft", "page"),
                new FilterBar(PATH, asked)
                        .line("old", say("audit.checkpoints.older"))
                        .line("size", say("audit.checkpoints.newer"))
                        .button(say("audit.checkpoints.compare")));
        if (!asked.text("old").isEmpty() || !asked.text("size").isEmpty()) compare(asked);
        list();
    }

    private void compare(Asked asked) {
        var old = asked.number("old");
        var size = asked.number("size");
        if (old.isEmpty() || size.isEmpty()) {
            add(Markup.p(say("audit.checkpoints.numbers"), "notice", "danger"));
            return;
        }
        try {
            var proof = reader.consistency(old.getAsLong(), size.getAsLong()).text();
            var file = "/" + Routes.AUDIT + "/consistency/proof?old=" + old.getAsLong() + "&size=" + size.getAsLong();
            add(Markup.box(
                    "card stack",
                    Markup.h2(say("audit.consistency", asked.text("old"), asked.text("size"))),
                    Markup.p(say("audit.consistency.lead"), "soft"),
                    Proved.text(say("audit.consistency.proof"), proof),
                    Markup.away(file, say("audit.consistency.file"), "small")));
        } catch (NotFound e) {
            add(Markup.p(say("audit.checkpoints.unknown"), "notice", "danger"));
        }
    }

    private void list() {
        var table = new Table(
                say("audit.checkpoints"),
                say("audit.checkpoint.size"),
                say("audit.checkpoint.signed"),
                say("audit.checkpoint.note"));
        table.addClassName("checkpoints");
        add(Markup.h2(say("audit.checkpoints.all")), table, more);
        append(table, null);
    }

    private void append(Table table, @Nullable Long before) {
        var page = reader.checkpoints(before, AT_ONCE);
        page.forEach(checkpoint -> table.row(
                Markup.span(String.valueOf(checkpoint.size()), "num"),
                new Time(checkpoint.signedAt(), words()),
                Markup.span(root(checkpoint.note()), "ref")));
        more.removeAll();
        if (page.size() == AT_ONCE) {
            var next = page.getLast().size();
            more.add(Markup.button(say("audit.checkpoints.more"), "btn quiet slim", () -> append(table, next)));
        }
    }

    /** The third line of a checkpoint: its root, in base 64. */
    private static String root(String note) {
        return note.lines().skip(2).findFirst().orElse("");
    }
}
