package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.ledger.Disclosed;
import io.retrace.ledger.PhotoTrail;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.PassedOn;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Purposes;
import io.retrace.ui.component.Recipient;
import io.retrace.ui.component.Row;
import io.retrace.ui.component.Trail;
import io.retrace.ui.component.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trail as a picture on wide screens, and everything it says, with the details, as a list on all of them. */
final class TrailAndList extends Div {

    private final Map<PartnerId, CompanyWord> asked;
    private final Map<PartnerId, List<PassedOn>> passedOn;
    private final Words words;

    TrailAndList(
            PhotoTrail trail, Map<PartnerId, CompanyWord> asked, Map<PartnerId, List<PassedOn>> passedOn, Words words) {
        this.asked = asked;
        this.passedOn = passedOn;
        this.words = words;
        addClassNames("stack", "trail");
        var uploaded = words.date(trail.photo().uploadedAt());
        add(new Trail(words.say("trail.label"), words.say("trail.you"), uploaded, branches(trail.disclosures())));
        add(Markup.h2(words.say("trail.list")), list(trail.disclosures()));
    }

    private List<Trail.Branch> branches(List<Disclosed> disclosures) {
        var branches = new ArrayList<Trail.Branch>();
        for (var disclosed : disclosures) {
            var word = asked.get(disclosed.to().id());
            branches.add(new Trail.Branch(
                    disclosed.to().name(),
                    "companies/" + disclosed.to().slug(),
                    Purposes.plain(disclosed.purpose(), words),
                    note(disclosed),
                    via(disclosed, disclosures),
                    word == null ? null : CompanyTag.tone(word),
                    word == null ? null : words.say("company.word." + word.key())));
        }
        for (int giver = 0; giver < disclosures.size(); giver++) {
            for (var recipient : recipients(giver, disclosures)) branches.add(branch(recipient, giver));
        }
        return branches;
    }

    /** Whom a company named to us: below its first line, if it has several. */
    private List<Recipient> recipients(int giver, List<Disclosed> disclosures) {
        var company = disclosures.get(giver).to();
        var first = disclosures.stream()
                .filter(one -> one.to().id().equals(company.id()))
                .findFirst()
                .orElseThrow();
        if (!first.equals(disclosures.get(giver))) return List.of();
        return passedOn.getOrDefault(company.id(), List.of()).stream()
                .filter(one -> one.asked() == null || !hasItsOwnLine(one.asked(), company, disclosures))
                .map(one -> new Recipient(one, company.name(), words))
                .toList();
    }

    /** The ledger knows already that it got the photo from this company. */
    private static boolean hasItsOwnLine(Partner recipient, Partner giver, List<Disclosed> disclosures) {
        return disclosures.stream()
                .anyMatch(one -> one.to().id().equals(recipient.id())
                        && one.via() != null
                        && one.via().id().equals(giver.id()));
    }

    private Trail.Branch branch(Recipient recipient, int giver) {
        var word = recipient.passedOn().word();
        return new Trail.Branch(
                recipient.name(),
                "",
                recipient.says(),
                recipient.dates(),
                giver,
                CompanyTag.tone(word),
                words.say("company.word." + word.key()));
    }

    private static @Nullable Integer via(Disclosed disclosed, List<Disclosed> all) {
        var via = disclosed.via();
        if (via == null) return null;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).to().id().equals(via.id())) return i;
        }
        return null;
    }

    private String note(Disclosed disclosed) {
        var date = words.date(disclosed.at());
        return disclosed.via() == null
                ? words.say("trail.sent", date, Purposes.basis(disclosed.basis(), words))
                : words.say("trail.passed-on", date, disclosed.via().name());
    }

    private UnorderedList list(List<Disclosed> disclosures) {
        var rows = new ArrayList<Row>();
        for (int giver = 0; giver < disclosures.size(); giver++) {
            rows.add(row(disclosures.get(giver)));
            recipients(giver, disclosures).forEach(recipient -> rows.add(row(recipient)));
        }
        return Row.list(rows);
    }

    private Row row(Recipient recipient) {
        return new Row(recipient.name(), Markup.span(recipient.name(), "name"))
                .notes(words.say("trail.named", recipient.namedBy()))
                .says(recipient.says())
                .notes(recipient.dates())
                .tagged(new CompanyTag(recipient.passedOn().word(), words));
    }

    private Row row(Disclosed disclosed) {
        var company = disclosed.to();
        var row = new Row(company.name(), Markup.link("companies/" + company.slug(), company.name(), "name"))
                .notes(words.say(
                        "trail.who",
                        company.legalName(),
                        words.country(company.country()),
                        words.say("company.role." + AnswerSentences.key(company.role()))))
                .says(Purposes.plain(disclosed.purpose(), words) + ".")
                .with(facts(disclosed))
                .with(why(disclosed));
        var word = asked.get(company.id());
        return row.tagged(
                word == null
                        ? Markup.span(words.say("trail.never-asked"), "tag", "plain")
                        : new CompanyTag(word, words));
    }

    private Component facts(Disclosed disclosed) {
        var facts = new UnorderedList();
        facts.addClassNames("plain-list", "small", "soft");
        facts.add(new ListItem(note(disclosed) + "."));
        if (disclosed.purpose().trainsModels()) facts.add(new ListItem(words.say("trail.trained")));
        if (disclosed.purpose().facial()) facts.add(new ListItem(words.say("trail.facial")));
        return facts;
    }

    private Component why(Disclosed disclosed) {
        var basis = disclosed.basis();
        return Markup.details(
                words.say("trail.basis", Purposes.basis(basis, words)),
                Markup.p(words.say("basis." + basis.code() + ".what")),
                Markup.p(words.say("trail.source"), "small", "soft"));
    }
}
