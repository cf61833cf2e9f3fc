package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** Small line drawings that stand beside words, never instead of them. */
public enum Icon {
    CHECK("check"),
    CLOCK("clock"),
    NONE("nothing"),
    LOCK("lock"),
    ALERT("alert"),
    SENT("sent"),
    WAIT("waiting"),
    BACK("back");

    private final String drawing;

    Icon(String drawing) {
        this.drawing = drawing;
    }

    /** A fresh drawing in the colour and size of the text around it; screen readers pass over it. */
    public Component draw() {
        return new Drawing(drawing);
    }

    @Tag("retrace-icon")
    @JsModule("./components/retrace-icon.ts")
    @NpmPackage(value = "lucide-static", version = "1.62.0")
    private static final class Drawing extends Component {
        Drawing(String name) {
            getElement().setAttribute("name", name);
        }
    }
}
