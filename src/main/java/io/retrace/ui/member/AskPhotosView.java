package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.retrace.identity.Roles;
import io.retrace.ledger.MyLedger;
import io.retrace.ledger.PhotoSummary;
import io.retrace.ui.component.Choice;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.PhotoPicture;
import io.retrace.ui.shell.Announcer;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Choosing photos one by one; each tick is kept on the server at once. */
@Route(value = "ask/photos", layout = MemberLayout.class)
@RolesAllowed(Roles.MEMBER)
class AskPhotosView extends AskPage implements BeforeEnterObserver {

    private static final int PAGE = 48;

    private final AskDrafts drafts;
    private final MyLedger ledger;
    private final Div tiles = Markup.box("photos choosing");
    private final Paragraph count = Markup.p("", "soft");
    private final NativeButton more = Markup.quiet(say("member.gallery.more"), this::showMore);
    private @Nullable String next;

    AskPhotosView(AskDrafts drafts, MyLedger ledger) {
        super("ask.photos.title");
        this.drafts = drafts;
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        tiles.removeAll();
        next = null;
        addClassName("wide");
        begin("ask/which", 2, Markup.h1(say("ask.photos.title")));
        add(count, tiles, Markup.box("actions", more));
        add(Markup.box("actions sticky-end", Markup.primary(say("ask.continue"), this::goOn)));
        showMore();
        showCount();
    }

    private void showMore() {
        var draft = drafts.read();
        var slice = ledger.photos(next, PAGE);
        slice.items().stream()
                .filter(photo -> photo.companies() > 0)
                .forEach(photo ->
                        tiles.add(tile(photo, draft.photos().contains(photo.id().value()))));
        next = slice.next();
        more.setVisible(next != null);
    }

    private Choice tile(PhotoSummary photo, boolean chosen) {
        var uploaded = words().date(photo.uploadedAt());
        var picture = new PhotoPicture(photo.id(), photo.preview(), say("photo.alt", uploaded), words());
        var choice = Choice.box(
                "photo-" + photo.id(),
                say("ask.photos.one", uploaded),
                say("photo.companies", photo.companies()),
                chosen,
                now -> choose(photo, now));
        choice.addClassName("tile");
        return choice.with(Markup.box("photo", picture));
    }

    private void choose(PhotoSummary photo, boolean chosen) {
        var draft = drafts.read().with(photo.id(), chosen);
        if (draft.photos().size() > AskDraft.MOST_PHOTOS) show("ask.photos.too-many", "photo-" + photo.id());
        else drafts.keep(draft);
        showCount();
        Announcer.say(count.getText());
    }

    private void showCount() {
        count.setText(say("ask.photos.count", drafts.read().photos().size()));
    }

    private void goOn() {
        var draft = drafts.read().of(AskDraft.Scope.PHOTOS);
        drafts.keep(draft);
        if (draft.photos().isEmpty()) show("ask.photos.missing", firstBox());
        else go("ask/check");
    }

    private String firstBox() {
        return tiles.getChildren()
                .findFirst()
                .flatMap(tile -> tile.getChildren().findFirst())
                .flatMap(com.vaadin.flow.component.Component::getId)
                .orElse("main");
    }
}
