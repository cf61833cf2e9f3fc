package io.retrace.shared.mail;

import io.retrace.shared.LatestCheckpoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts a letter on paper: one template as text, one as HTML, nothing remote in either. */
@Component
class Stationery {

    private final Wording wording;
    private final ObjectProvider<LatestCheckpoint> log;
    private final SpringTemplateEngine engine = new SpringTemplateEngine(); // ours alone: no bean, pages have their own

    Stationery(MessageSource bundle, ObjectProvider<LatestCheckpoint> log) {
        this.wording = new Wording(bundle);
        this.log = log;
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    }

    /**
     * A letter as it goes out.
     *
     * @param checkpoint the log’s signed note whose checksum stands at its foot, or {@code null} before there is one
     */
    record Page(
            String subject,
            String text,
            String html,
            @Nullable String checkpoint) {}

    Page write(Letter letter) {
        var context = new Context(Wording.language(letter));
        context.setVariable("language", Wording.language(letter).getLanguage());
        for (var part : Wording.PARTS) context.setVariable(part, wording.of(letter, part));
        var link = letter.link();
        context.setVariable("link", link == null ? null : link.toString());
        var latest = log.getIfAvailable();
        var head = latest == null ? null : latest.head().orElse(null);
        context.setVariable("checkpoint", head == null ? null : wording.checkpoint(letter, head));
        return new Page(
                wording.of(letter, "subject"),
                engine.process("letter.txt", context),
                engine.process("letter.html", context),
                head == null ? null : head.note());
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
