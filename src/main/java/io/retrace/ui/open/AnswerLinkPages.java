package io.retrace.ui.open;

import io.retrace.delivery.AnswerLinks;
import io.retrace.delivery.AnswerLinks.Asked;
import io.retrace.delivery.AnswerLinks.Standing;
import io.retrace.delivery.AnswerLinks.State;
import io.retrace.identity.MailDeclarant;
import io.retrace.ui.shell.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * Where the link in a mail to a company leads: a code to the address on file, and on to the answer page. Looking changes
 * nothing, since mail scanners look too; only buttons do (RFC 9110 §9.2.1).
 */
@RestController
class AnswerLinkPages {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final AnswerLinks links;
    private final OpenPages pages;

    AnswerLinkPages(AnswerLinks links, OpenPages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/answer/{secret}")
    ResponseEntity<String> look(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String said,
            Locale browser) {
        return page(HttpStatus.OK, secret, lang, browser, said);
    }

    @PostMapping("/answer/{secret}/code")
    ResponseEntity<String> sendCode(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String lang, Locale browser) {
        return asked(links.askForCode(secret), secret, lang, browser, "sent");
    }

    @PostMapping("/answer/{secret}/link")
    ResponseEntity<String> sendLink(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String lang, Locale browser) {
        return asked(links.askForLink(secret), secret, lang, browser, "new");
    }

    @PostMapping("/answer/{secret}")
    ResponseEntity<String> enter(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        var declarant = links.enter(secret, code);
        if (declarant.isEmpty()) return page(HttpStatus.UNPROCESSABLE_CONTENT, secret, lang, browser, "wrong");
        letIn(declarant.get(), request, response);
        return seeOther("/" + Routes.COMPANY + "/obligations/" + declarant.get().question());
    }

    /** In a session of its own: whoever was signed in on this computer before is not any more. */
    private void letIn(MailDeclarant declarant, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) before.invalidate();
        sessions.saveContext(new SecurityContextImpl(declarant.signedIn()), request, response);
    }

    /** After a button the browser is sent to the page again, so that loading it anew presses nothing. */
    private ResponseEntity<String> asked(
            Asked asked, String secret, @Nullable String lang, Locale browser, String done) {
        return switch (asked) {
            case ON_ITS_WAY ->
                seeOther("/answer/" + secret + "?said=" + done
                        + (lang == null ? "" : "&lang=" + language(lang, browser)));
            case TOO_OFTEN -> page(HttpStatus.TOO_MANY_REQUESTS, secret, lang, browser, "too-often");
            case POINTLESS, UNKNOWN -> page(HttpStatus.CONFLICT, secret, lang, browser, null);
        };
    }

    private ResponseEntity<String> page(
            HttpStatus status, String secret, @Nullable String lang, Locale browser, @Nullable String said) {
        var words = pages.words(ReceiptPages.language(lang, browser));
        var state = links.look(secret);
        if (state.isEmpty()) {
            return ReceiptPages.html(
                    HttpStatus.NOT_FOUND, pages.write("no-answer", words, Map.of("address", address(secret))));
        }
        var shown = shown(state.get(), said);
        shown.put("address", address(secret));
        shown.put("due", words.date(state.get().due()));
        return ReceiptPages.html(status, pages.write("answer", words, shown));
    }

    private static Map<String, Object> shown(State state, @Nullable String said) {
        var shown = new HashMap<String, Object>();
        shown.put("reference", state.reference().value());
        shown.put("standing", state.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        shown.put("open", state.standing() == Standing.OPEN);
        shown.put("renewable", state.standing() == Standing.SETTLED || state.standing() == Standing.MOVED);
        shown.put("said", said == null ? "" : said);
        return shown;
    }

    /** Of the page itself, which a form may have answered with. */
    private static String address(String secret) {
        return "/answer/" + UriUtils.encodePathSegment(secret, StandardCharsets.UTF_8);
    }

    private static String language(String lang, Locale browser) {
        return ReceiptPages.language(lang, browser).getLanguage().equals("de") ? "de" : "en";
    }

    private static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
