package io.retrace.ui.partner;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.CompanyObligation;
import io.retrace.shared.Slice;
import io.retrace.ui.component.ItemTable;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items a question is about: a few at a time on the page, all of them as a file. */
final class ItemList extends Section {

    private final Function<@Nullable String, Slice<CompanyItem>> lookup;
    private final Words words;
    private final ItemTable table;
    private final Div more = new Div();

    /** @param lookup gives the items after a cursor */
    ItemList(CompanyObligation obligation, Function<@Nullable String, Slice<CompanyItem>> lookup, Words words) {
        this.lookup = lookup;
        this.words = words;
        addClassNames("item-list", "stack");
        setId("items");
        table = new ItemTable(words.say("partner.items.table"), words);
        add(Markup.h2(words.say("partner.items", obligation.items())));
        if (obligation.forgotten()) {
            add(Markup.p(words.say("partner.forgotten." + obligation.kind().key()), "notice"));
            return;
        }
        add(Markup.p(words.say("partner.items.find"), "small", "soft"), table, more, file(obligation));
        show(null);
    }

    private void show(@Nullable String after) {
        var slice = lookup.apply(after);
        table.show(slice.items());
        more.removeAll();
        var next = slice.next();
        if (next != null) more.add(Markup.button(words.say("partner.more"), "btn quiet slim", () -> show(next)));
    }

    private Anchor file(CompanyObligation obligation) {
        var name = obligation.reference() + ".csv";
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var bytes = ItemFile.of(lookup).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), name, "text/csv;charset=utf-8", bytes.length);
                }),
                words.say("partner.items.csv"));
        link.addClassName("small");
        return link;
    }
}
