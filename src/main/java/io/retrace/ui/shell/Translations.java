package io.retrace.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import io.retrace.ui.component.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The languages we speak, for Vaadin’s own {@code getTranslation}; the first is spoken to everybody else. */
@Component
class Translations implements I18NProvider {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return new Words(locale, ZoneOffset.UTC).say(key, arguments);
    }
}
