package io.retrace.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page: its words, and the title that the browser shows. */
public abstract class Page extends Div implements HasDynamicTitle {

    private final Words words = Words.here();
    private String title = "";

    protected Page(String... classes) {
        addClassNames(classes);
    }

    protected final Words words() {
        return words;
    }

    protected final String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** What the page is about, in a few words; the portal’s name is added. */
    protected final void entitle(String title) {
        this.title = title;
    }

    @Override
    public String getPageTitle() {
        return say("title", title);
    }
}
