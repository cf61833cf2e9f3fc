package io.retrace.access;

import io.retrace.ledger.CompanyHolding;
import io.retrace.ledger.Overview;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The page that people open first: what this is, their photos, who received them, what was asked, what was written. */
record IndexPage(Snapshot snapshot, Gallery gallery) {

    private static final List<String> PARTS =
            List.of("photos", "companies", "requests", "receipts", "messages", "files", "law");

    void write(Writer out, PhotoStories photos) throws IOException {
        Sheet.write(out, say("package.title"), "", words(), html -> {
            intro(html);
            photos(html, photos);
            companies(html);
            new RequestsPart(snapshot).write(html);
            new ReceiptsPart(snapshot).write(html);
            messages(html);
            new Guide(snapshot, gallery).section(html);
            law(html);
        });
    }

    private void intro(Html html) throws IOException {
        var request = snapshot.own().request();
        html.element(
                        "p class=\"small soft\"",
                        words().say("package.made", words().time(snapshot.at()), request.reference()))
                .element("h1", headline(snapshot.overview()))
                .raw("<p class=\"lead\">")
                .text(say("package.lead"));
        if (snapshot.overview().training() > 0) {
            html.raw(" ")
                    .text(words().say(
                                    "member.home.training", snapshot.overview().training()));
        }
        html.raw("</p>\n").element("p class=\"notice\"", waiting());
        html.raw("<nav").attribute("aria-label", say("package.contents")).raw("><ul class=\"chips\">\n");
        for (var part : PARTS) {
            html.raw("<li><a href=\"#")
                    .raw(part)
                    .raw("\">")
                    .text(say("package." + part))
                    .raw("</a></li>\n");
        }
        html.raw("</ul></nav>\n");
    }

    private String headline(Overview overview) {
        if (overview.photos() == 0) return say("member.home.no-photos");
        if (overview.disclosed() == 0) return say("member.home.headline.none");
        return overview.disclosed() == overview.photos()
                ? words().say("member.home.headline.all", overview.companies(), overview.photos())
                : words().say("member.home.headline", overview.companies(), overview.disclosed(), overview.photos());
    }

    /** Who has not answered yet stands on top, by name: what is missing from a copy is part of the truth. */
    private String waiting() {
        var own = snapshot.own();
        var silent = own.silent();
        return silent.isEmpty()
                ? words().say("package.answered.all", own.companies().size())
                : words().say("package.answered.not-yet", silent.size(), words().list(silent));
    }

    private void photos(Html html, PhotoStories photos) throws IOException {
        int count = snapshot.overview().photos();
        html.raw("<section id=\"photos\">\n").element("h2", say("package.photos"));
        html.element("p", words().say("package.photos.lead", count));
        if (count > 0) html.element("p class=\"small soft\"", say("package.unpack"));
        if (gallery.pages().isEmpty()) {
            if (count > 0) gallery.cards(html, photos, count, "");
        } else {
            html.raw("<ul class=\"years\">\n");
            for (var page : gallery.pages()) {
                html.raw("<li><a").attribute("href", page.file()).raw("><span>").text(page.title(words()));
                html.raw("</span> <span class=\"small soft\">")
                        .text(words().say("package.gallery.count", page.photos()))
                        .raw("</span></a></li>\n");
            }
            html.raw("</ul>\n");
        }
        html.raw("</section>\n");
    }

    private void companies(Html html) throws IOException {
        html.raw("<section id=\"companies\">\n").element("h2", say("package.companies"));
        html.element(
                "p", words().say("package.companies.lead", snapshot.companies().size()));
        html.raw("<ul class=\"rows\">\n");
        for (var holding : snapshot.companies()) company(html, holding);
        html.raw("</ul>\n</section>\n");
    }

    private void company(Html html, CompanyHolding holding) throws IOException {
        var company = holding.company();
        html.raw("<li>")
                .element("h3", company.name())
                .element(
                        "p class=\"small soft\"",
                        words().say(
                                        "trail.who",
                                        company.legalName(),
                                        words().country(company.country()),
                                        Plain.role(company, words())))
                .element(
                        "p",
                        words().say("member.holding", holding.photos(), Plain.purposes(holding.purposes(), words())))
                .element("p class=\"small soft\"", when(holding))
                .element(
                        "p class=\"small\"",
                        words().say("package.company.contact", company.contact().value()))
                .raw("</li>\n");
    }

    private String when(CompanyHolding holding) {
        var first = words().date(holding.first());
        var last = words().date(holding.last());
        return first.equals(last)
                ? words().say("member.holding.once", first)
                : words().say("member.holding.between", first, last);
    }

    private void messages(Html html) throws IOException {
        html.raw("<section id=\"messages\">\n").element("h2", say("package.messages"));
        html.element("p", words().say("package.messages.lead", snapshot.mails().size()));
        html.raw("<ul class=\"rows\">\n");
        for (var mail : snapshot.mails()) {
            var reference = snapshot.reference(mail.request());
            html.raw("<li>")
                    .element("h3", Plain.subject(mail, reference, words()))
                    .element(
                            "p class=\"small soft\"",
                            words().time(mail.at()) + " · " + say("package.mail." + mail.fate()))
                    .element("p", Plain.mail(mail, reference, words()))
                    .raw("</li>\n");
        }
        html.raw("</ul>\n</section>\n");
    }

    /** GDPR Art. 15(1): what must be said besides the data themselves. */
    private void law(Html html) throws IOException {
        html.raw("<section id=\"law\">\n").element("h2", say("package.law")).raw("<dl>\n");
        for (var point : List.of("purposes", "recipients", "retention", "source", "rights", "complaint", "automated")) {
            html.element("dt", say("package.law." + point)).element("dd", say("package.law." + point + ".what"));
        }
        html.raw("</dl>\n</section>\n");
    }

    private String say(String key) {
        return words().say(key);
    }

    private Phrasebook words() {
        return snapshot.words();
    }
}
