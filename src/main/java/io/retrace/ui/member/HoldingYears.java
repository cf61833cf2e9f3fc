package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import io.retrace.ledger.CompanyHolding;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Purposes;
import io.retrace.ui.component.Row;
import io.retrace.ui.component.Words;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which company first received photos in which year, newest year first. */
final class HoldingYears extends Div {

    HoldingYears(List<CompanyHolding> holdings, Words words) {
        addClassName("stack");
        var years = holdings.stream()
                .sorted(Comparator.comparing(CompanyHolding::first))
                .collect(Collectors.groupingBy(
                        holding -> words.year(holding.first()), TreeMap::new, Collectors.toList()));
        years.descendingMap().forEach((year, started) -> {
            add(Markup.box(
                    "stack year",
                    Markup.h3(words.say("member.year", year, started.size())),
                    Row.list(
                            started.stream().map(holding -> row(holding, words)).toList())));
        });
    }

    private static Row row(CompanyHolding holding, Words words) {
        var company = holding.company();
        return new Row(company.name(), Markup.link("companies/" + company.slug(), company.name(), "name"))
                .says(words.say("member.year.first", words.date(holding.first())))
                .notes(words.say("member.holding", holding.photos(), Purposes.list(holding.purposes(), words)));
    }
}
