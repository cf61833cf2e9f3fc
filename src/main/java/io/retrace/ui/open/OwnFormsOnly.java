package io.retrace.ui.open;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that another site sends: it could let somebody in as its own company unnoticed (login CSRF). Browsers say where a
 * form comes from, in {@code Sec-Fetch-Site} (W3C Fetch Metadata) or, older ones, in {@code Origin} (RFC 6454); what says neither
 * is no browser.
 */
final class OwnFormsOnly extends OncePerRequestFilter {

    private final String own;
    private final OpenPages pages;

    /** @param portal as browsers reach it */
    OwnFormsOnly(URI portal, OpenPages pages) {
        this.own = portal.getScheme() + "://" + portal.getRawAuthority();
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST") || ours(request)) chain.doFilter(request, response);
        else refuse(request, response);
    }

    private boolean ours(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equalsIgnoreCase(own);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var words = pages.words(ReceiptPages.language(null, request.getLocale()));
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        var shown = Map.<String, Object>of(
                "title", words.say("mail-link.foreign"), "text", words.say("mail-link.foreign.text"));
        response.getWriter().write(pages.write("notice", words, shown));
    }
}
