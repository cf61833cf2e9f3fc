package io.retrace.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What the browser is told before any page: theme, light or dark as the system says, pages that change by themselves. */
@Push
@StyleSheet(Aura.STYLESHEET)
@ColorScheme(ColorScheme.Value.SYSTEM)
public class AppShell implements AppShellConfigurator {

    /** Our ground before our sheet is there, and no face of Aura’s that no page of ours shows (88 kB on a phone). */
    private static final String UNTIL_STYLED =
            "html{background:light-dark(#f7f4ee,#15171b)}:root{--aura-font-family:system-ui,sans-serif}";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("viewport", "width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addMetaTag("robots", "noindex, nofollow");
        settings.addMetaTag("format-detection", "telephone=no"); // or phones make links of references
        settings.addInlineWithContents(UNTIL_STYLED, Inline.Wrapping.STYLESHEET);
        settings.addFavIcon("icon", "icons/mark.svg", "any");
    }
}
