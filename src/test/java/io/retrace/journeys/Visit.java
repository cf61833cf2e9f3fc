package io.retrace.journeys;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Who opens which screens, in which language of the browser. */
enum Visit {
    NOBODY(
            "",
            "en-GB",
            at("/welcome", "See who has your photos.*"),
            at("/session-expired", "You have been signed out"),
            at("/receipts/check", "Check a receipt"),
            at("/receipts/00000000-0000-4000-8000-000000000000/nothing", "There is no such receipt"),
            at("/answer/nothing", "This link leads nowhere"),
            at("/undo/nothing", "This link leads nowhere"),
            at("/verify", "Check a receipt")),
    NIEMAND(
            "",
            "de-DE",
            at("/welcome", "Sehen, wer Ihre Fotos hat.*"),
            at("/session-expired", ".*abgemeldet.*"),
            at("/receipts/check", ".*prüfen"),
            at("/answer/nothing", "Dieser Link führt nirgendwohin"),
            at("/verify", ".*prüfen")),
    MEMBER(
            "ada@member.example",
            "en-GB",
            at("/", ".* compan(y|ies) received .* of your .* photos?.*"),
            at("/?by=company", ".* compan(y|ies) received .* of your .* photos?.*"),
            at("/?by=time", ".* compan(y|ies) received .* of your .* photos?.*"),
            at("/ → a[href*='photos/']", "This photo went to .*|No company received this photo.*"),
            at("/companies", ".* received photos .*|.* companies received .*"),
            at("/companies/lumen-vision", "Lumen Vision received .*"),
            at("/ask", "What do you want to ask the companies\\?"),
            at("/ask/which", "Which photos do you want back\\?"),
            at("/ask/photos", "Choose photos"),
            at("/ask/companies", "Choose companies"),
            at("/requests", "Your requests?"),
            at("/requests → a[href*='requests/R-']", ".+"),
            at("/filed", "Asked on your behalf"),
            at("/settings", "Settings"),
            at("/settings/close", "Close my account and erase what Retrace holds"),
            at("/requests/R-0000-0000", "This page does not exist, or it is not yours")),
    UNTOUCHED(
            "cleo@member.example",
            "en-GB",
            at("/", "No company received any of your photos\\."),
            at("/companies", "No company received any of your photos\\."),
            at("/ask", "What do you want to ask the companies\\?"),
            at("/no-such-page", "This page does not exist, or it is not yours"),
            at("/requests", "You have not asked for anything yet\\.")),
    COMPANY(
            "milo@mosaic-media.example",
            "en-GB",
            at("/company", ".* waits? for your answer\\."),
            at("/company/files", "Answer with files"),
            at("/company → a[href*='obligations/']", "(Erase|Send) .*")),
    COMPANYS_ADMIN(
            "pia@palisade-id.example",
            "en-GB",
            at("/company", ".* your answer\\."),
            at("/company/settings", "Your company’s record")),
    AUDITOR(
            "avery@retrace.example",
            "en-GB",
            at("/audit", "Evidence log"),
            at("/audit → a[href*='audit/leaves/']", "Entry .*"),
            at("/audit/checkpoints", "Checkpoints"),
            at("/audit/requests", "Find a request"),
            at("/audit/requests?request=R-0000-0000", "Find a request"),
            at("/audit/register", "Holds and refusals"),
            at("/audit/figures", "Figures")),
    SUPPORT(
            "sam@retrace.example",
            "en-GB",
            at("/support", "Queue"),
            at("/support/incidents", "Incidents.*"),
            at("/support/findings", "Contradictions in the log"),
            at("/support/undelivered", "Not delivered"),
            at("/support/agents", "Authorised agents"),
            at("/support → a[href*='requests/R-']", "R-.*")),
    MITGLIED(
            "ada@member.example",
            "de-DE",
            at("/", ".*Fotos bekommen.*"),
            at("/ → a[href*='photos/']", "Dieses Foto ging .*|Keine Firma hat dieses Foto.*"),
            at("/companies/lumen-vision", "Lumen Vision hat .*"),
            at("/ask", "Was wollen Sie von den Firmen\\?"),
            at("/requests → a[href*='requests/R-']", ".+"),
            at("/settings/close", "Mein Konto schließen und löschen, was Retrace hat")),
    FIRMA(
            "milo@mosaic-media.example",
            "de-DE",
            at("/company", ".* auf Ihre Antwort\\."),
            at("/company/files", "Mit Dateien antworten"),
            at("/company → a[href*='obligations/']", "Schicken Sie .*|.* löschen und bestätigen\\.")),
    VERWALTUNG_DER_FIRMA(
            "pia@palisade-id.example",
            "de-DE",
            at("/company", ".* auf Ihre Antwort\\."),
            at("/company/settings", "Angaben Ihrer Firma")),
    REVISION(
            "avery@retrace.example",
            "de-DE",
            at("/audit", "Beweisprotokoll"),
            at("/audit/register", "Vorbehalte und Weigerungen"),
            at("/audit/figures", "Zahlen")),
    HILFE(
            "sam@retrace.example",
            "de-DE",
            at("/support", "Warteschlange"),
            at("/support/undelivered", "Nicht zugestellt"),
            at("/support → a[href*='requests/R-']", "R-.*"));

    final String account;
    final String locale;
    final List<Row> rows;

    Visit(String account, String locale, Row... rows) {
        this.account = account;
        this.locale = locale;
        this.rows = List.of(rows);
    }

    private static Row at(String address, String heading) {
        return new Row(address, heading);
    }

    /** Both; but what colours do to a screen does not depend on its language. */
    List<ColorScheme> colours() {
        return locale.startsWith("de") && !account.isEmpty()
                ? List.of(ColorScheme.LIGHT)
                : List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    }

    /**
     * A screen.
     *
     * @param address path of the portal; what follows an arrow is a link on the page before
     * @param heading pattern of the whole first heading, which no other screen of that address, such as an error, bears
     */
    record Row(String address, String heading) {}
}
