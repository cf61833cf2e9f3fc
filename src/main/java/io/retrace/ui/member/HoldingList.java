package io.retrace.ui.member;

import com.vaadin.flow.component.html.Div;
import io.retrace.ledger.CompanyHolding;
import io.retrace.obligations.CompanyWord;
import io.retrace.partners.PartnerId;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Purposes;
import io.retrace.ui.component.Row;
import io.retrace.ui.component.Words;
import java.util.List;
import java.util.Map;

/** Companies with how many photos each received, for what and when, and their word today if they were asked. */
final class HoldingList extends Div {

    HoldingList(List<CompanyHolding> holdings, Map<PartnerId, CompanyWord> asked, Words words) {
        add(Row.list(
                holdings.stream().map(holding -> row(holding, asked, words)).toList()));
    }

    private static Row row(CompanyHolding holding, Map<PartnerId, CompanyWord> asked, Words words) {
        var company = holding.company();
        var row = new Row(company.name(), Markup.link("companies/" + company.slug(), company.name(), "name"))
                .says(words.say("member.holding", holding.photos(), Purposes.list(holding.purposes(), words)))
                .notes(when(holding, words));
        var word = asked.get(company.id());
        return word == null ? row : row.tagged(new CompanyTag(word, words));
    }

    static String when(CompanyHolding holding, Words words) {
        var first = words.date(holding.first());
        var last = words.date(holding.last());
        return first.equals(last)
                ? words.say("member.holding.once", first)
                : words.say("member.holding.between", first, last);
    }
}
