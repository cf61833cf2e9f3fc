package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import io.retrace.ui.component.Words;

/** A member’s page: its words, and the title that the browser shows. */
abstract class Page extends Div implements HasDynamicTitle {

    private final Words words = Words.here();
    private String title = "";

    Page(String... classes) {
        addClassNames(classes);
    }

    final Words words() {
        return words;
    }

    final String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** What the page is about, in a few words; the portal’s name is added. */
    final void entitle(String title) {
        this.title = title;
    }

    @Override
    public String getPageTitle() {
        return say("title", title);
    }
}
