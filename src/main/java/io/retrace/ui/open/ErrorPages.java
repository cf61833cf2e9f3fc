package io.retrace.ui.open;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * What a browser shows where neither a view nor a controller could answer: an address that leads nowhere, and faults outside
 * of views. What is forbidden reads like what does not exist (ADR 0008).
 */
@Component
class ErrorPages implements ErrorViewResolver {

    private final OpenPages pages;

    ErrorPages(OpenPages pages) {
        this.pages = pages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var unknown = status == HttpStatus.FORBIDDEN || status == HttpStatus.NOT_FOUND;
        var kind = unknown ? "unknown" : status.is5xxServerError() ? "fault" : "refused";
        var page = new ModelAndView(page(kind));
        page.setStatus(unknown ? HttpStatus.NOT_FOUND : status);
        return page;
    }

    private View page(String kind) {
        return (model, request, response) -> {
            var words = pages.words(request.getLocale());
            var shown = Map.<String, Object>of(
                    "title", words.say(kind + ".title"),
                    "text", words.say(kind + ".text"),
                    "back", words.say("unknown.back"));
            response.setHeader("Content-Security-Policy", OpenPagesSecurity.POLICY);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().write(pages.write("notice", words, shown));
        };
    }
}
