package io.retrace.access;

import io.retrace.ledger.Disclosed;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;

/** A photo and its trail: from “You uploaded this” a line to each company. */
record PhotoCard(PhotoStory story, String up) {

    /** So many companies stand open; more are behind a word that opens them. */
    private static final int OPEN = 6;

    void write(Html html) throws IOException {
        var photo = story.photo();
        var day = words().date(photo.uploadedAt());
        html.raw("<li class=\"photo\">\n");
        picture(html, day);
        html.raw("<div>\n").element("h3", words().say("package.photo.uploaded", day));
        int companies = story.companies();
        if (companies == 0) {
            html.element("p", words().say("photo.headline.none"));
        } else {
            html.element("p class=\"soft\"", words().say("photo.headline", companies));
            if (photo.disclosures().size() <= OPEN) trail(html);
            else folded(html);
        }
        html.raw("</div>\n</li>\n");
    }

    private void picture(Html html, String day) throws IOException {
        var file = story.file();
        if (file == null) {
            html.element("div class=\"nopicture small soft\"", words().say("photo.no-preview"));
            return;
        }
        html.raw("<a class=\"picture\"")
                .attribute("href", up + file)
                .raw("><img loading=\"lazy\" decoding=\"async\"")
                .attribute("src", up + file)
                .attribute("alt", words().say("photo.alt", day))
                .raw("></a>\n");
    }

    private void folded(Html html) throws IOException {
        html.raw("<details><summary>")
                .text(words().say(
                                "package.photo.all", story.photo().disclosures().size()))
                .raw("</summary>\n");
        trail(html);
        html.raw("</details>\n");
    }

    private void trail(Html html) throws IOException {
        html.raw("<ol class=\"trail\">\n");
        for (var sent : story.photo().disclosures()) branch(html, sent);
        html.raw("</ol>\n");
    }

    private void branch(Html html, Disclosed sent) throws IOException {
        var via = sent.via();
        var held = story.held(sent);
        var date = words().date(sent.at());
        var basis = Plain.basis(sent.basis(), words());
        html.raw(via == null ? "<li>" : "<li class=\"onward\">")
                .element("strong", sent.to().name())
                .raw(" <span class=\"tag ")
                .raw(held.code())
                .raw("\">")
                .text(words().say(
                                held.code().equals("not-asked") ? "package.not-asked" : "company.word." + held.code()))
                .raw("</span>\n<p>")
                .text(Plain.purpose(sent.purpose(), words()))
                .raw(".</p>\n<p class=\"small soft\">")
                .text(
                        via == null
                                ? words().say("trail.sent", date, basis)
                                : words().say("package.trail.passed-on", date, via.name(), basis));
        if (sent.purpose().trainsModels()) html.raw(" · ").text(words().say("trail.trained"));
        html.raw("</p></li>\n");
    }

    private Phrasebook words() {
        return story.words();
    }
}
