package io.retrace.ui.component;

import com.vaadin.flow.component.Html;

/** Our sign: one point from which lines branch. */
public final class Mark extends Html {

    public Mark() {
        super("""
                <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" >\
                <circle cx="6" cy="13" r="4" fill="var(--accent)"/>\
                <path d="M10 13c5 0 5-8 11-8M10 13h11M10 13c5 0 5 8 11 8" fill="none" stroke="var(--accent)" stroke-width="2"/>\
                <circle cx="22" cy="5" r="2.4" fill="var(--accent)"/><circle cx="22" cy="13" r="2.4" fill="var(--accent)"/>\
                <circle cx="22" cy="21" r="2.4" fill="var(--accent)"/></svg>""");
    }
}
