package io.retrace.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.ExceptionLists;
import io.retrace.ui.component.Field;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Table;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.Announcer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Single items whose photo answer differs: found by reference, hash or a pasted list, then chosen one by one or all that
 * were found at once.
 */
final class DifferingItems extends Div {

    private static final int SHOWN = 25;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");

    private final List<CompanyItem> items;
    private final Sheet sheet;
    private final Words words;
    private final Div found = Markup.box("stack");
    private final Div bulk = Markup.box("same");
    private final Table table;
    private String sought = "";

    /** @param items all items of the question, as far as a page can hold them */
    DifferingItems(
            CompanyObligation obligation, List<CompanyItem> items, ExceptionLists lists, Sheet sheet, Words words) {
        this.items = items;
        this.sheet = sheet;
        this.words = words;
        setId(AnswerField.id(AnswerField.EXCEPTIONS));
        getElement().setAttribute("tabindex", "-1");
        addClassName("differing");
        table = new Table(
                words.say("partner.differ.table"), words.say("item.reference"), words.say("partner.differ.answer"));
        var summary = Markup.span("");
        var singly = Markup.box("stack", search(), found, table, bulk);
        var body = Markup.box(
                "stack",
                Markup.p(words.say("partner.differ.how"), "soft"),
                singly,
                new ListUpload(obligation.id(), lists, sheet, words));
        var details = new NativeDetails(summary, body);
        details.addClassName("more");
        var problem = sheet.problem(AnswerField.EXCEPTIONS);
        details.setOpen(sheet.draft().differing() > 0 || !problem.isEmpty());
        if (!problem.isEmpty()) add(Markup.p(problem, "error"));
        add(details);
        sheet.show(draft -> {
            summary.setText(words.say("partner.differ", draft.differing()));
            singly.setVisible(ListedItems.of(draft).digest().isEmpty()); // one way or the other
        });
        show();
    }

    private Component search() {
        return Field.area("differ-search", words.say("partner.differ.search"), "", text -> {
                    sought = text;
                    show();
                    Announcer.say(words.say("partner.differ.found", matching().size()));
                })
                .hint(words.say("partner.differ.search.hint"))
                .of("rows", "2")
                .as("low");
    }

    private void show() {
        var matching = matching();
        found.removeAll();
        found.add(Markup.p(
                words.say("partner.differ.shown", Math.min(SHOWN, matching.size()), matching.size()), "small", "soft"));
        table.clear();
        matching.stream().limit(SHOWN).forEach(item -> table.row(name(item), chooser(item)));
        bulk.removeAll();
        if (matching.size() > 1) bulk.add(all(matching));
    }

    private Component name(CompanyItem item) {
        var reference = Markup.span(item.ref().toString(), "ref");
        return Markup.box(
                "two-lines",
                reference,
                Markup.span(
                        words.say(
                                "partner.differ.item",
                                item.sha256().toString().substring(0, 8),
                                words.date(item.disclosedAt())),
                        "soft"));
    }

    private Component chooser(CompanyItem item) {
        var id = item.ref().value();
        var chosen = Optional.ofNullable(sheet.draft().items().get(id));
        return new OutcomeSelect(
                "differ-" + id,
                words.say("partner.differ.of", item.ref().toString()),
                chosen,
                outcome -> differ(Set.of(id), outcome),
                words);
    }

    private Component all(List<CompanyItem> matching) {
        var ids = matching.stream().map(item -> item.ref().value()).collect(Collectors.toSet());
        return new OutcomeSelect(
                        "differ-all",
                        words.say("partner.differ.all", ids.size()),
                        Optional.empty(),
                        outcome -> {
                            differ(ids, outcome);
                            show();
                        },
                        words)
                .labelled();
    }

    private void differ(Set<UUID> chosen, Optional<Outcome> outcome) {
        var after = sheet.draft().with(chosen, outcome);
        if (after.items().size() > AnswerDraft.MOST_ITEMS) {
            Announcer.say(words.say("partner.differ.too-many", AnswerDraft.MOST_ITEMS));
            found.add(Markup.p(words.say("partner.differ.too-many", AnswerDraft.MOST_ITEMS), "error"));
            return;
        }
        sheet.change(draft -> draft.with(chosen, outcome));
        Announcer.say(words.say("partner.differ", sheet.draft().differing()));
    }

    /** Every line, or word, that was typed finds items whose reference or hash begins with it; nothing typed finds all. */
    private List<CompanyItem> matching() {
        var typed = Arrays.stream(SEPARATORS.split(sought.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        if (typed.isEmpty()) return items;
        return items.stream()
                .filter(item -> typed.stream().anyMatch(word -> begins(item, word)))
                .toList();
    }

    private static boolean begins(CompanyItem item, String word) {
        return item.ref().toString().startsWith(word)
                || item.sha256().toString().startsWith(word);
    }
}
