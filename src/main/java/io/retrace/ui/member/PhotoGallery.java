package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.retrace.ledger.PhotoSummary;
import io.retrace.shared.Slice;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.PhotoTile;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;
import org.jspecify.annotations.Nullable;

/** Photos as covered tiles, some at a time; keeps a cursor, never the list. */
final class PhotoGallery extends Div {

    private static final int PAGE = 48;

    private final Pages pages;
    private final Words words;
    private final Div tiles = Markup.box("photos");
    private final NativeButton more;
    private @Nullable String next;

    PhotoGallery(Pages pages, Words words) {
        this.pages = pages;
        this.words = words;
        this.more = Markup.quiet(words.say("member.gallery.more"), this::showMore);
        addClassName("stack");
        add(tiles, Markup.box("actions", more));
        show();
    }

    private void showMore() {
        show();
        Announcer.say(words.say("member.gallery.shown", tiles.getComponentCount()));
    }

    private void show() {
        var slice = pages.read(next, PAGE);
        slice.items().forEach(photo -> tiles.add(new PhotoTile(photo, words)));
        next = slice.next();
        more.setVisible(next != null);
    }

    /** Where the photos come from. */
    @FunctionalInterface
    interface Pages {
        Slice<PhotoSummary> read(@Nullable String after, int limit);
    }
}
