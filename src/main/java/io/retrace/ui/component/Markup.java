package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Plain elements with the classes of our style sheet. Text is always text, never markup. */
public final class Markup {

    private Markup() {}

    public static H1 h1(String text) {
        return new H1(text);
    }

    public static H2 h2(String text) {
        return new H2(text);
    }

    public static H3 h3(String text) {
        return new H3(text);
    }

    public static Paragraph p(String text, String... classes) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames(classes);
        return paragraph;
    }

    public static Span span(String text, String... classes) {
        var span = new Span(text);
        span.addClassNames(classes);
        return span;
    }

    public static Component strong(String text) {
        return new Strong(text);
    }

    /** A box with these space-separated classes. */
    public static Div box(String classes, Component... children) {
        var div = new Div(children);
        div.addClassNames(classes.split(" "));
        return div;
    }

    public static Div box(String classes, List<? extends Component> children) {
        return box(classes, children.toArray(Component[]::new));
    }

    /** A link inside the portal, from its root, without a leading slash. */
    public static Anchor link(String path, String text, String... classes) {
        var anchor = new Anchor(path, text);
        anchor.addClassNames(classes);
        return anchor;
    }

    /** A link that leaves the single page: the browser loads it. */
    public static Anchor away(String href, String text, String... classes) {
        var anchor = new Anchor(href, text);
        anchor.setRouterIgnore(true);
        anchor.addClassNames(classes);
        return anchor;
    }

    /** The one thing to do here. */
    public static NativeButton primary(String text, Runnable action) {
        return button(text, "btn primary", action);
    }

    public static NativeButton quiet(String text, Runnable action) {
        return button(text, "btn quiet", action);
    }

    /** A button that cannot be pressed twice while the first press is on its way. */
    public static NativeButton button(String text, String classes, Runnable action) {
        var button = new NativeButton(text, _ -> action.run());
        button.addClassNames(classes.split(" "));
        button.getElement().setAttribute("type", "button");
        return button;
    }

    public static NativeDetails details(String summary, Component... content) {
        var details = new NativeDetails(summary, box("stack", content));
        details.addClassName("more");
        return details;
    }

    @Tag("b")
    private static final class Strong extends Component {
        Strong(String text) {
            getElement().setText(text);
        }
    }
}
