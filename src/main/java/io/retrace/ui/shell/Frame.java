package io.retrace.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.retrace.ui.component.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: skip link, header, the page in {@code main}, footer, and one polite live region. After
 * each step inside the portal the page’s headline has the focus, so that screen readers start there.
 */
@CssImport("./styles/main.css")
@NpmPackage(value = "@fontsource-variable/newsreader", version = "5.3.0")
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
public abstract class Frame extends Div implements RouterLayout, AfterNavigationObserver {

    private final Header header;
    private final Main main = new Main();
    private boolean arrived;

    protected Frame(FrameParts parts, Audience audience) {
        var words = Words.here();
        var skip = new Anchor("#main", words.say("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        header = parts.header(audience);
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        addClassName(audience.dense() ? "dense" : "calm");
        add(skip, header, main, parts.footer(audience), parts.announcer());
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        if (content != null) main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        if (oldContent != null) oldContent.getElement().removeFromParent();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        header.current(event.getLocation().getPath());
        if (arrived) focusHeadline(main.getElement());
        arrived = true; // the browser itself announces the first page
    }

    private static void focusHeadline(Element main) {
        main.executeJs("""
                const headline = this.querySelector('h1');
                if (headline) { headline.tabIndex = -1; headline.focus({preventScroll: true}); }
                window.scrollTo(0, 0);""");
    }
}
