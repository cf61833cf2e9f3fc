package io.retrace.access;

import java.io.IOException;

/** Receipts, what they are for, and how to check them without asking us. */
record ReceiptsPart(Snapshot snapshot) {

    void write(Html html) throws IOException {
        html.raw("<section id=\"receipts\">\n").element("h2", say("package.receipts"));
        if (snapshot.receipts().isEmpty()) {
            html.element("p", say("package.receipts.none")).raw("</section>\n");
            return;
        }
        html.element("p", say("package.receipts.lead")).raw("<ul class=\"rows\">\n");
        for (var receipt : snapshot.receipts()) receipt(html, receipt);
        html.raw("</ul>\n").element("p", say("package.receipts.check"));
        html.raw("<p><a").attribute("href", Enclosures.VERIFIER).raw(">");
        html.text(say("package.receipts.verifier")).raw("</a></p>\n</section>\n");
    }

    private void receipt(Html html, EnclosedReceipt receipt) throws IOException {
        var company = receipt.company();
        var reference = receipt.request().reference();
        var title = company == null
                ? snapshot.words().say("package.receipts.whole", reference)
                : snapshot.words().say("package.receipts.company", company, reference);
        html.raw("<li>").element("h3", title).raw("<p>");
        link(html, receipt.pdf(), say("package.receipts.pdf"), title);
        html.raw(" · ");
        link(html, receipt.json(), say("package.receipts.json"), title);
        html.raw("</p></li>\n");
    }

    /** Read aloud with what it is of: in a list of links all would sound the same. */
    private static void link(Html html, String file, String text, String of) throws IOException {
        html.raw("<a").attribute("href", file).attribute("aria-label", text + ": " + of);
        html.raw(">").text(text).raw("</a>");
    }

    private String say(String key) {
        return snapshot.words().say(key);
    }
}
