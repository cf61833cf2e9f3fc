package io.retrace.ui.open;

import io.retrace.evidence.OpenVisits;
import io.retrace.evidence.OpenVisits.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Turns away whoever comes too often, before a byte of what they bring is read: 429 (RFC 6585) with a word on when to come again. */
final class VisitLimit extends OncePerRequestFilter {

    private static final String TITLE = "receipt.busy";
    private static final String TEXT = "receipt.busy.text";

    private final OpenVisits visits;
    private final OpenPages pages;
    private final JsonMapper json;

    VisitLimit(OpenVisits visits, OpenPages pages, JsonMapper json) {
        this.visits = visits;
        this.pages = pages;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = request.getMethod().equals("POST") ? Kind.CHECK : Kind.READ;
        var wait = visits.count(kind, request.getRemoteAddr());
        if (wait.isEmpty()) chain.doFilter(request, response);
        else refuse(request, response, wait.get());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        var words = pages.words(ReceiptPages.language(asked(request), request.getLocale()));
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var page = accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains("*/*");
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (page) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            var shown = Map.<String, Object>of("title", words.say(TITLE), "text", words.say(TEXT, wait.toSeconds()));
            response.getWriter().write(pages.write("notice", words, shown));
            return;
        }
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, words.say(TEXT, wait.toSeconds()));
        problem.setType(URI.create("urn:retrace:problem:" + TITLE));
        problem.setTitle(words.say(TITLE));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(json.writeValueAsString(problem));
    }

    /** From the address alone: asking for a parameter would read what a form brings. */
    private static @Nullable String asked(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst("lang");
    }
}
