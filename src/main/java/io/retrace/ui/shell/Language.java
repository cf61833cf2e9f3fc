package io.retrace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reader’s language: what they chose, remembered for a year by this browser only; else what the browser asks for. */
public final class Language {

    private static final String COOKIE = "retrace-language";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private Language() {}

    /** The languages to choose from. */
    public static List<Locale> spoken() {
        return Translations.LANGUAGES;
    }

    /** Speaks this language from now on; the page is loaded again in it. */
    public static void choose(Locale language) {
        var cookie = new Cookie(COOKIE, language.toLanguageTag());
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }

    /** Called for every new page. */
    static void apply(UI ui) {
        chosen(VaadinService.getCurrentRequest()).ifPresent(ui::setLocale);
        if (!Translations.LANGUAGES.contains(ui.getLocale())) ui.setLocale(spoken(ui.getLocale()));
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
    }

    private static Optional<Locale> chosen(VaadinRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
                .filter(Translations.LANGUAGES::contains)
                .findFirst();
    }

    private static Locale spoken(Locale asked) {
        return Translations.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(Translations.LANGUAGES.getFirst());
    }
}
