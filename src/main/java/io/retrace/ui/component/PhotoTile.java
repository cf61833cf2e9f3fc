package io.retrace.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.retrace.ledger.PhotoSummary;

/** A photo in a gallery: covered picture, how many companies received it, and when it was uploaded. */
public final class PhotoTile extends Div {

    public PhotoTile(PhotoSummary photo, Words words) {
        addClassName("photo");
        var companies = words.say("photo.companies", photo.companies());
        var uploaded = words.date(photo.uploadedAt());
        var link = new Anchor("photos/" + photo.id());
        link.addClassName("meta");
        var description = words.say("photo.alt", uploaded);
        link.add(
                Markup.span(companies),
                Markup.span(words.year(photo.uploadedAt()), "num"),
                Markup.span(description, "visually-hidden"));
        add(new PhotoPicture(photo.id(), photo.preview(), description, words), link);
    }
}
