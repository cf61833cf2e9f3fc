package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.Disclosed;
import io.retrace.ledger.MyLedger;
import io.retrace.ledger.PhotoTrail;
import io.retrace.obligations.RequestProgress;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.PhotoPicture;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;

/** One photo: who received it, for what, on which ground, and where each of them stands today. */
@Route(value = "photos", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class PhotoView extends Page implements HasUrlParameter<String> {

    private final MyLedger ledger;
    private final RequestProgress progress;
    private final AskDrafts drafts;

    PhotoView(MyLedger ledger, RequestProgress progress, AskDrafts drafts) {
        super("stack");
        this.ledger = ledger;
        this.progress = progress;
        this.drafts = drafts;
    }

    @Override
    public void setParameter(BeforeEvent event, String photo) {
        var trail = ledger.trail(Ids.photo(photo));
        removeAll();
        entitle(say("photo.title", words().date(trail.photo().uploadedAt())));
        add(back("", say("shell.nav.photos")), Markup.box("two with-photo", picture(trail), story(trail)));
    }

    private static Component back(String path, String text) {
        var back = Markup.link(path, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(text));
        return Markup.box("crumb", back);
    }

    private Div picture(PhotoTrail trail) {
        var photo = trail.photo();
        var uploaded = words().date(photo.uploadedAt());
        var side = Markup.box(
                "stack",
                Markup.box("photo", new PhotoPicture(photo.id(), photo.preview(), say("photo.alt", uploaded), words())),
                Markup.p(say("photo.uploaded", uploaded), "small", "soft"));
        if (photo.companies() > 0) {
            side.add(Markup.primary(say("photo.ask"), () -> {
                drafts.begin(photo.id());
                getUI().ifPresent(ui -> ui.navigate("ask/check"));
            }));
        }
        return side;
    }

    private Div story(PhotoTrail trail) {
        if (trail.disclosures().isEmpty()) {
            return Markup.box("stack", Markup.h1(say("photo.headline.none")), Markup.p(say("photo.none"), "lead"));
        }
        var asked = progress.wordsFor(trail.photo().id());
        return Markup.box(
                "stack",
                Markup.h1(say("photo.headline", trail.photo().companies())),
                Markup.p(summary(trail), "lead"),
                new TrailAndList(trail, asked, progress.passedOn(trail.photo().id()), words()));
    }

    private String summary(PhotoTrail trail) {
        var all = trail.disclosures();
        var onward = (int) all.stream()
                .map(Disclosed::via)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        var training = training(trail);
        var direct = (int) all.stream()
                .filter(d -> d.via() == null)
                .map(d -> d.to().id())
                .distinct()
                .count();
        var text = new StringBuilder(say("photo.direct", direct));
        if (onward > 0) text.append(' ').append(say("photo.onward", onward));
        if (training > 0) text.append(' ').append(say("photo.training", training));
        return text.toString();
    }

    private static int training(PhotoTrail trail) {
        return (int) trail.disclosures().stream()
                .filter(disclosed -> disclosed.purpose().trainsModels())
                .map(disclosed -> disclosed.to().id())
                .distinct()
                .count();
    }
}
