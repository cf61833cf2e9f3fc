package io.retrace.ui.open;

import io.retrace.shared.words.Phrasebook;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Plain pages without script, written on the server: for anybody, with any browser, for years. */
@Component
class OpenPages {

    private final SpringTemplateEngine engine = new SpringTemplateEngine(); // ours alone: no bean, mails have their own
    private final ZoneId zone;

    OpenPages(@Value("${retrace.legal.zone:Europe/Berlin}") ZoneId zone) {
        this.zone = zone;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("open/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.addTemplateResolver(resolver);
    }

    /** German if it says so, English otherwise; days where the controller is, so that all readers see the same. */
    Phrasebook words(Locale locale) {
        return new Phrasebook(locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH, zone);
    }

    String write(String template, Phrasebook words, Map<String, Object> variables) {
        var context = new Context(words.locale(), variables);
        context.setVariable("p", words);
        context.setVariable("language", words.locale().getLanguage());
        return engine.process(template, context);
    }
}
