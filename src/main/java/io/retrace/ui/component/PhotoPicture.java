package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.retrace.ledger.PhotoId;

/** A thumbnail that stays covered until it is asked for; what was uncovered stays so for the browser session. */
@Tag("retrace-photo")
@JsModule("./components/retrace-photo.ts")
public final class PhotoPicture extends Component {

    public PhotoPicture(PhotoId photo, boolean preview, String description, Words words) {
        var element = getElement();
        element.setProperty("photo", photo.toString());
        if (preview) element.setProperty("src", "thumbnails/" + photo);
        element.setProperty("alt", description);
        element.setProperty("showLabel", words.say("photo.show"));
        element.setProperty("hideLabel", words.say("photo.hide"));
        element.setProperty("missingLabel", words.say("photo.no-preview"));
    }
}
