package io.retrace.ui.member;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ledger.Overview;
import io.retrace.obligations.RequestProgress;
import io.retrace.requests.MyRequests;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.shell.LiveUpdates;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;

/** Who has my photos: one sentence, what is being done about it, and the photos themselves. */
@Route(value = Routes.MEMBER, layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class HomeView extends Page implements BeforeEnterObserver {

    private final MyLedger ledger;
    private final MyRequests requests;
    private final RequestProgress progress;
    private final CurrentUser user;
    private final LiveUpdates live;
    private final Div openRequests = Markup.box("stack cards");
    private Runnable stopWatching = () -> {};

    HomeView(MyLedger ledger, MyRequests requests, RequestProgress progress, CurrentUser user, LiveUpdates live) {
        super("home");
        this.ledger = ledger;
        this.requests = requests;
        this.progress = progress;
        this.user = user;
        this.live = live;
        entitle(say("shell.nav.photos"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var overview = ledger.overview();
        var mode = GalleryMode.of(event.getLocation().getQueryParameters());
        removeAll();
        add(intro(overview), openRequests);
        showOpenRequests();
        if (overview.photos() > 0) add(gallery(overview, mode));
    }

    private Div intro(Overview overview) {
        var intro = Markup.box("stack intro", Markup.h1(headline(overview)));
        if (overview.disclosed() == 0) {
            intro.add(Markup.p(say(overview.photos() == 0 ? "member.home.no-photos" : "member.home.none"), "lead"));
            return intro;
        }
        if (overview.training() > 0) {
            intro.add(
                    Markup.p(say("member.home.training", overview.training()) + " " + say("member.home.can"), "lead"));
        } else {
            intro.add(Markup.p(say("member.home.can"), "lead"));
        }
        intro.add(Markup.box("actions", Markup.link("ask", say("member.home.ask"), "btn", "primary")));
        return intro;
    }

    private String headline(Overview overview) {
        if (overview.disclosed() == 0) return say("member.home.headline.none");
        return overview.disclosed() == overview.photos()
                ? say("member.home.headline.all", overview.companies(), overview.photos())
                : say("member.home.headline", overview.companies(), overview.disclosed(), overview.photos());
    }

    private void showOpenRequests() {
        openRequests.removeAll();
        requests.all().stream()
                .filter(request -> request.status().open())
                .map(request -> new RequestSentences(words(), request, progress.companies(request.id())))
                .forEach(sentences -> openRequests.add(new RequestCard(sentences)));
    }

    private Div gallery(Overview overview, GalleryMode mode) {
        var modes = new Nav();
        modes.setAriaLabel(say("member.gallery.modes"));
        modes.addClassName("seg");
        for (var each : GalleryMode.values()) {
            if (overview.disclosed() == 0 && each != GalleryMode.PHOTO) continue;
            var link = Markup.link(each.address(), say("member.gallery." + each.key()));
            if (each == mode) link.getElement().setAttribute("aria-current", "true");
            modes.add(link);
        }
        var content = switch (mode) {
            case PHOTO -> new PhotoGallery(ledger::photos, words());
            case COMPANY -> new HoldingList(ledger.companies(), progress.words(), words());
            case TIME -> new HoldingYears(ledger.companies(), words());
        };
        return Markup.box("gallery", Markup.box("gallery-head", Markup.h2(say("shell.nav.photos")), modes), content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        stopWatching = live.watch(user.subject().value(), () -> ui.access(this::showOpenRequests));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching.run();
        super.onDetach(event);
    }
}
