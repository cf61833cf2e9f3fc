package io.retrace.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.PassedOn;

/** Whom a company passed photos on to, below its own line; each with a word of its own. */
public final class Recipients extends Div {

    public Recipients(CompanyProgress company, Words words) {
        addClassName("passed-on");
        var open = company.unanswered().size();
        var name = company.company().name();
        add(Markup.p(words.say(open > 0 ? "onward.title.open" : "onward.title", name, open), "small"));
        var list = new UnorderedList();
        list.addClassName("plain-list");
        company.passedOn().forEach(one -> list.add(item(one, new Recipient(one, name, words), words)));
        add(list);
    }

    private static ListItem item(PassedOn one, Recipient recipient, Words words) {
        var item = new ListItem(
                Markup.box("passed-on-name", Markup.strong(recipient.name()), new CompanyTag(one.word(), words)),
                Markup.p(recipient.dates(), "small", "soft"),
                Markup.p(recipient.says(), "small", "soft"));
        if (one.purpose() != null) item.add(Markup.p(words.say("onward.purpose", one.purpose()), "small", "soft"));
        return item;
    }
}
