package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.retrace.obligations.CompanyItem;
import java.util.List;

/** Items as their company sees them: reference and hash to copy, when it got them, what for. */
public final class ItemTable extends Div {

    private static final int SHORT = 8;

    private final Words words;
    private final Table table;

    public ItemTable(String caption, Words words) {
        this.words = words;
        table = new Table(caption, words.say("item.names"), words.say("item.sent"));
        table.addClassName("item-table");
        add(table);
        getElement().executeJs("""
                        this.addEventListener('click', event => {
                          const button = event.target.closest('[data-copy]');
                          if (!button) return;
                          navigator.clipboard.writeText(button.dataset.copy).then(() => {
                            button.classList.add('copied');
                            setTimeout(() => button.classList.remove('copied'), 1600);
                            const said = document.querySelector('.visually-hidden[role=status]');
                            if (said) said.textContent = $0;
                          });
                        });""", words.say("item.copied"));
    }

    public void show(List<CompanyItem> items) {
        for (var item : items) {
            var reference = item.ref().toString();
            table.row(
                    Markup.box("two-lines", copy(reference, words.say("item.copy.reference", reference)), hash(item)),
                    Markup.box(
                            "two-lines",
                            Markup.span(words.shortDay(words.day(item.disclosedAt())), "num"),
                            Markup.span(purposes(item), "soft")));
        }
    }

    /** The beginning is enough to look at; all of it is copied and read aloud. */
    private Component hash(CompanyItem item) {
        var hash = item.sha256().toString();
        var button = copy(hash.substring(0, SHORT), words.say("item.copy.hash", hash, hash.substring(0, SHORT)));
        button.addClassName("cut");
        button.getElement().setAttribute("data-copy", hash);
        return Markup.box("hash soft", Markup.span("SHA-256 "), button);
    }

    private String purposes(CompanyItem item) {
        return words.list(item.purposes().stream()
                .map(code -> Purposes.plain(code, words))
                .toList());
    }

    private static NativeButton copy(String shown, String name) {
        var button = new NativeButton(shown); // no listener: copying needs no server
        button.addClassName("ref");
        button.setAriaLabel(name);
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("data-copy", shown);
        return button;
    }
}
