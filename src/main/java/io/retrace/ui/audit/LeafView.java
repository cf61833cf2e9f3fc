package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.audit.Inspections;
import io.retrace.evidence.EvidenceLog;
import io.retrace.evidence.LeafOpening;
import io.retrace.evidence.LogReader;
import io.retrace.evidence.LoggedLeaf;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.Facts;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.Time;
import io.retrace.ui.shell.Announcer;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.StepUp;
import jakarta.annotation.security.RolesAllowed;

/** One leaf: its bytes, the proof that it is in the log, and what it says for whoever looks and is written down for it. */
@Route(value = Routes.AUDIT + "/leaves/:position([0-9]{1,18})", layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class LeafView extends Page implements BeforeEnterObserver {

    private final EvidenceLog log;
    private final LogReader reader;
    private final Inspections inspections;

    LeafView(EvidenceLog log, LogReader reader, Inspections inspections) {
        super("audit", "page");
        this.log = log;
        this.reader = reader;
        this.inspections = inspections;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var position = Long.parseLong(
                event.getRouteParameters().get("position").orElseThrow(() -> new NotFound("error.not-found")));
        var leaf = reader.leaf(position);
        removeAll();
        entitle(say("audit.leaf", String.valueOf(position)));
        var back = Markup.link(Routes.AUDIT, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.log")));
        add(
                Markup.box("crumb", back),
                Markup.box("head", Markup.h1(say("audit.leaf", String.valueOf(position)))),
                facts(leaf),
                entry(leaf),
                proof(leaf, log.size()),
                opening(leaf));
    }

    private Component facts(LoggedLeaf leaf) {
        return new Facts()
                .fact(
                        say("audit.leaf.type"),
                        Markup.box(
                                "two-lines",
                                Markup.span(LeafTable.type(leaf.type(), words())),
                                Markup.span(leaf.type(), "ref", "soft")))
                .fact(say("audit.leaf.time"), new Time(leaf.time(), words()))
                .fact(say("audit.leaf.commitment"), Proved.code(leaf.commitment()));
    }

    private Component entry(LoggedLeaf leaf) {
        return Markup.box(
                "stack",
                Markup.h2(say("audit.leaf.entry")),
                Markup.p(say("audit.leaf.entry.lead"), "soft"),
                Proved.text(say("audit.leaf.entry"), leaf.entry()),
                Markup.away(file(leaf, "entry"), say("audit.leaf.entry.file"), "small"));
    }

    private Component proof(LoggedLeaf leaf, long size) {
        return Markup.box(
                "stack",
                Markup.h2(say("audit.leaf.proof")),
                Markup.p(say("audit.leaf.proof.lead", String.valueOf(size)), "soft"),
                Proved.text(
                        say("audit.leaf.proof"),
                        reader.prove(leaf.position(), size).proof()),
                Markup.away(file(leaf, "proof") + "?size=" + size, say("audit.leaf.proof.file"), "small"));
    }

    private static String file(LoggedLeaf leaf, String name) {
        return "/" + Routes.AUDIT + "/leaves/" + leaf.position() + "/" + name;
    }

    private Component opening(LoggedLeaf leaf) {
        var box = Markup.box("stack", Markup.h2(say("audit.opening")));
        if (!reader.canBeOpened(leaf.position())) {
            box.add(Markup.p(say("audit.opening.erased"), "notice"));
            return box;
        }
        var content = Markup.box("stack");
        content.add(
                Markup.p(say("audit.opening.lead")),
                Markup.box(
                        "actions",
                        Markup.button(say("audit.opening.open"), "btn quiet", () -> open(leaf.position(), content))));
        box.add(content);
        return box;
    }

    private void open(long position, Div content) {
        try {
            var opening = inspections.open(position);
            content.removeAll();
            opening.ifPresentOrElse(
                    found -> show(found, content), () -> content.add(Markup.p(say("audit.opening.erased"), "notice")));
        } catch (StepUpRequired e) { // it leads to a photo
            UI.getCurrent().getPage().setLocation(StepUp.address("/" + Routes.AUDIT + "/leaves/" + position));
        }
    }

    private void show(LeafOpening opening, Div content) {
        content.add(
                Markup.p(say("audit.opening.shown"), "soft"),
                Proved.text(say("audit.opening.body"), opening.body()),
                new Facts().fact(say("audit.opening.salt"), Proved.code(opening.salt())),
                Markup.p(say("audit.opening.how"), "small", "soft"));
        Announcer.say(say("audit.opening.shown"));
    }
}
