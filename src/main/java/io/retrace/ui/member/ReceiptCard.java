package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.evidence.IssuedReceipt;
import io.retrace.evidence.MyReceipts;
import io.retrace.obligations.CompanyProgress;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.util.List;
import java.util.Optional;

/** What the person can keep of a request: the receipt of the whole, and one of each company’s answer. */
final class ReceiptCard extends Section {

    private final MyReceipts receipts;
    private final List<CompanyProgress> companies;
    private final Words words;

    ReceiptCard(List<IssuedReceipt> issued, List<CompanyProgress> companies, MyReceipts receipts, Words words) {
        this.receipts = receipts;
        this.companies = companies;
        this.words = words;
        addClassNames("card", "stack", "receipts");
        add(Markup.h2(words.say("receipt.card.title")), Markup.p(words.say("receipt.card.text"), "small", "soft"));
        add(list(issued.stream().filter(IssuedReceipt::newest).toList()));
        var earlier = issued.stream().filter(receipt -> !receipt.newest()).toList();
        if (!earlier.isEmpty()) add(Markup.details(words.say("receipt.card.earlier"), list(earlier)));
    }

    private Component list(List<IssuedReceipt> shown) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        shown.forEach(receipt -> list.add(new ListItem(row(receipt))));
        return list;
    }

    private Component row(IssuedReceipt receipt) {
        var about = about(receipt);
        var name = Markup.box(
                "receipt-name",
                Markup.strong(about),
                Markup.span(
                        words.say("receipt.card.version", receipt.version(), words.date(receipt.issuedAt())),
                        "small",
                        "soft"));
        if (!receipt.provable()) {
            return Markup.box("receipt", name, Markup.span(words.say("receipt.card.coming"), "small", "soft"));
        }
        // its path alone, so that the link leads to the portal the person is on
        var page = receipts.page(receipt.id()).getPath();
        var language = "?lang=" + words.locale().getLanguage();
        return Markup.box(
                "receipt",
                name,
                Markup.box(
                        "receipt-links",
                        link(page + language, "receipt.card.open", about),
                        link(page + "/receipt.pdf" + language, "receipt.card.pdf", about),
                        link(page + "/receipt.json", "receipt.card.file", about)));
    }

    private Anchor link(String href, String key, String about) {
        var link = Markup.away(href, words.say(key), "small");
        link.setAriaLabel(words.say(key + ".of", about));
        return link;
    }

    private String about(IssuedReceipt receipt) {
        return Optional.ofNullable(receipt.obligation())
                .flatMap(obligation -> companies.stream()
                        .filter(one -> one.obligation().equals(obligation))
                        .findFirst())
                .map(one -> one.company().name())
                .orElseGet(() -> words.say("receipt.card.whole"));
    }
}
