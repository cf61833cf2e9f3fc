package io.retrace.access;

import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.CopyForm;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The person’s requests, each with what every company said and all that happened. */
record RequestsPart(Snapshot snapshot) {

    void write(Html html) throws IOException {
        html.raw("<section id=\"requests\">\n").element("h2", words().say("package.requests"));
        for (var story : snapshot.requests()) request(html, story);
        html.raw("</section>\n");
    }

    private void request(Html html, RequestStory story) throws IOException {
        var request = story.request();
        html.raw("<article class=\"card\">\n")
                .element("h3", words().say("package.request." + request.kind().key(), request.reference()))
                .element(
                        "p class=\"small soft\"",
                        words().say(
                                        "package.request.line",
                                        words().date(request.receivedAt()),
                                        words().say("request.word."
                                                + request.status().word()),
                                        words().date(request.deadline().due())));
        html.raw("<ul class=\"rows\">\n");
        for (var company : story.companies()) company(html, company);
        html.raw("</ul>\n<details><summary>")
                .text(words().say("timeline.title"))
                .raw("</summary><ol class=\"timeline\">\n");
        for (var entry : story.timeline()) {
            html.raw("<li><time")
                    .attribute("datetime", entry.at().toString())
                    .raw(">")
                    .text(words().time(entry.at()))
                    .raw("</time> ")
                    .text(Plain.event(entry, words()))
                    .raw("</li>\n");
        }
        html.raw("</ol></details>\n</article>\n");
    }

    private void company(Html html, CompanyProgress company) throws IOException {
        var word = company.word();
        html.raw("<li>")
                .element("h4", company.company().name())
                .raw("<span class=\"tag ")
                .raw(word.key())
                .raw("\">")
                .text(words().say("company.word." + word.key()))
                .raw("</span>\n")
                .element("p class=\"small soft\"", dates(company));
        var answer = company.attestation();
        if (answer != null) {
            var form = answer.form();
            html.element(
                    "p class=\"small\"",
                    words().say(
                                    form.declarant().perjury() ? "answer.declared.perjury" : "answer.declared",
                                    words().date(answer.receivedAt()),
                                    form.declarant().name(),
                                    form.declarant().title()));
            var kept = form.kept();
            if (kept != null) {
                html.element(
                        "p class=\"small\"",
                        words().say("package.held.kept-until", words().date(kept.until()), kept.duty()));
            }
        }
        var copy = company.copy();
        if (copy != null) copy(html, company, copy.form());
        html.raw("</li>\n");
    }

    private void copy(Html html, CompanyProgress company, CopyForm form) throws IOException {
        var withheld = form.withheld();
        if (!form.files().isEmpty()) {
            html.element("p", words().say("copy.sent", form.files().size()));
        } else if (withheld == null) {
            html.element("p", words().say("copy.nothing"));
        }
        if (withheld != null) {
            var key = form.files().isEmpty() ? "copy.withheld.all" : "copy.withheld.part";
            html.element("p", words().say(key, withheld.law(), withheld.reason()));
        }
        var files = snapshot.files().stream()
                .filter(sent -> sent.file().obligation().equals(company.obligation()))
                .toList();
        if (files.isEmpty()) return;
        html.raw("<ul class=\"files\">\n");
        for (var sent : files) {
            html.raw("<li><a")
                    .attribute("href", sent.path())
                    .raw(">")
                    .text(sent.file().name())
                    .raw("</a></li>\n");
        }
        html.raw("</ul>\n");
    }

    private String dates(CompanyProgress company) {
        var asked = say("member.company.asked-on", company.instants().askedAt());
        var answered = say("package.company.answered-on", company.instants().answeredAt());
        if (asked.isEmpty()) return words().say("package.company.not-reached");
        return answered.isEmpty() ? asked : asked + " · " + answered;
    }

    private String say(String key, @Nullable Instant at) {
        return at == null ? "" : words().say(key, words().date(at));
    }

    private Phrasebook words() {
        return snapshot.words();
    }
}
