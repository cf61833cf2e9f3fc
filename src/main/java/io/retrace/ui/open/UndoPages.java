package io.retrace.ui.open;

import io.retrace.partners.SettingUndo;
import io.retrace.partners.SettingUndo.Outcome;
import io.retrace.partners.SettingUndo.Standing;
import io.retrace.partners.SettingUndo.State;
import io.retrace.shared.words.Phrasebook;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the link in a mail about a changed setting leads. Looking changes nothing, since mail scanners look too. */
@RestController
class UndoPages {

    private final SettingUndo undo;
    private final OpenPages pages;

    UndoPages(SettingUndo undo, OpenPages pages) {
        this.undo = undo;
        this.pages = pages;
    }

    @GetMapping("/undo/{secret}")
    ResponseEntity<String> look(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String lang, Locale browser) {
        return page(HttpStatus.OK, secret, lang, browser);
    }

    @PostMapping("/undo/{secret}")
    ResponseEntity<String> undo(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String confirm,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser) {
        if (!confirm.equals("yes")) return page(HttpStatus.UNPROCESSABLE_CONTENT, secret, lang, browser);
        var outcome = undo.undo(secret).orElse(Outcome.REFUSED);
        if (outcome == Outcome.REFUSED) return page(HttpStatus.CONFLICT, secret, lang, browser);
        var language = ReceiptPages.language(lang, browser).getLanguage().equals("de") ? "de" : "en";
        return ResponseEntity.status(HttpStatus.SEE_OTHER) // so that loading it anew presses nothing
                .location(URI.create("/undo/" + secret + "?lang=" + language))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private ResponseEntity<String> page(HttpStatus status, String secret, @Nullable String lang, Locale browser) {
        var words = pages.words(ReceiptPages.language(lang, browser));
        return undo.look(secret)
                .map(state -> ReceiptPages.html(status, pages.write("undo", words, shown(state, secret, words))))
                .orElseGet(() ->
                        ReceiptPages.html(HttpStatus.NOT_FOUND, pages.write("no-answer", words, new HashMap<>())));
    }

    private static HashMap<String, Object> shown(State state, String secret, Phrasebook words) {
        var none = words.say("setting.undo-link.none");
        var shown = new HashMap<String, Object>();
        shown.put("address", "/undo/" + secret);
        shown.put("open", state.standing() == Standing.OPEN);
        shown.put("standing", word(state.standing()));
        shown.put("setting", words.say("setting." + word(state.setting())));
        shown.put("before", state.before().isEmpty() ? none : state.before());
        shown.put("after", state.after().isEmpty() ? none : state.after());
        shown.put("at", words.moment(state.at()));
        shown.put("until", words.moment(state.until()));
        shown.put("later", state.later());
        return shown;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
