package io.retrace.ui.member;

import com.vaadin.flow.component.html.Section;
import io.retrace.ui.component.Markup;

/** An open request on the home page, in its own words. */
final class RequestCard extends Section {

    RequestCard(RequestSentences sentences) {
        var words = sentences.words();
        var request = sentences.request();
        var reference = request.reference().value();
        addClassNames("card", "split");
        getElement().setAttribute("aria-label", words.say("member.card", reference));
        var text = Markup.box(
                "stack",
                Markup.p(
                        words.say("member.card.asked", reference, words.date(request.receivedAt())),
                        "small",
                        "soft",
                        "num"),
                Markup.h2(sentences.headline()),
                Markup.p(sentences.rest(), "soft"),
                Markup.p(
                        words.say(
                                "member.card.due", words.date(request.deadline().due())),
                        "soft"));
        add(text, Markup.link("requests/" + reference, words.say("member.card.open"), "btn", "quiet"));
    }
}
