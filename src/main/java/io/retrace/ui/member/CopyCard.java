package io.retrace.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.retrace.access.AccessPackage;
import io.retrace.access.AccessPackage.Contents;
import io.retrace.access.AccessPackage.State;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Words;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person’s copy on the page of the request that asked for it: being made, ready, expired, and made again. */
final class CopyCard extends Section {

    private final Words words;
    private final Instant now;
    private final int answered;
    private final boolean proved;
    private final Actions actions;

    /** What the card can do. */
    interface Actions {

        /** Has the sign-in proved again, then comes back here. */
        void prove();

        void makeAgain();
    }

    CopyCard(List<AccessPackage> packages, int answered, boolean proved, Instant now, Words words, Actions actions) {
        this.words = words;
        this.now = now;
        this.answered = answered;
        this.proved = proved;
        this.actions = actions;
        addClassNames("card", "stack", "copy");
        add(Markup.h2(words.say("copycard.title")));
        show(packages);
    }

    private void show(List<AccessPackage> packages) {
        if (packages.isEmpty()) {
            add(Markup.p(words.say("copycard.waiting"), "small"));
            return;
        }
        var making = packages.stream().anyMatch(one -> one.state(now) == State.BEING_MADE);
        var ready = ready(packages);
        if (ready.isPresent()) showReady(ready.get());
        else if (!making) showExpired(packages);
        if (making) {
            add(Markup.p(
                    words.say(ready.isPresent() ? "copycard.making-newer" : "copycard.making"), "notice", "small"));
        } else {
            ready.map(AccessPackage::contents)
                    .map(contents -> answered - contents.answered())
                    .filter(since -> since > 0)
                    .ifPresent(since -> add(Markup.p(words.say("copycard.since", since), "notice", "small")));
            add(Markup.box("actions", Markup.quiet(words.say("copycard.again"), actions::makeAgain)));
        }
        earlier(packages, ready.orElse(null));
    }

    private Optional<AccessPackage> ready(List<AccessPackage> packages) {
        return packages.stream().filter(one -> one.state(now) == State.READY).findFirst();
    }

    private void showReady(AccessPackage one) {
        var contents = one.contents();
        var until = one.expiresAt();
        if (contents == null || until == null) return;
        add(
                Markup.p(words.say("copycard.ready", words.date(until)), "date"),
                Markup.p(words.say("copycard.contains", contents.photos(), contents.disclosures()), "small"),
                Markup.p(answered(contents), "small"),
                Markup.p(words.say("copycard.made", words.time(contents.madeAt()), size(contents)), "small", "soft"));
        if (proved) {
            add(Markup.box("actions", download(one, words.say("copycard.download"), "btn", "primary")));
        } else {
            add(
                    Markup.p(words.say("copycard.prove"), "small"),
                    Markup.box("actions", Markup.primary(words.say("copycard.prove.button"), actions::prove)));
        }
        add(downloads(one));
    }

    private String answered(Contents contents) {
        return contents.answered() == contents.companies() && contents.companies() > 0
                ? words.say("copycard.answered.all")
                : words.say("copycard.answered", contents.answered(), contents.companies());
    }

    private void showExpired(List<AccessPackage> packages) {
        packages.stream()
                .map(AccessPackage::contents)
                .filter(contents -> contents != null)
                .findFirst()
                .ifPresent(contents ->
                        add(Markup.p(words.say("copycard.expired", words.date(contents.madeAt())), "small")));
    }

    private Component downloads(AccessPackage one) {
        var count = words.say("copycard.downloads", one.downloads().size());
        if (one.downloads().isEmpty()) return Markup.p(count, "small", "soft");
        var list = new UnorderedList();
        list.addClassNames("plain-list", "small");
        for (var download : one.downloads()) {
            var device = words.say("copycard.device." + download.device().name().toLowerCase(Locale.ROOT));
            list.add(new ListItem(words.say("copycard.download.line", words.time(download.at()), device)));
        }
        return Markup.details(count, list, Markup.p(words.say("copycard.not-you"), "small", "soft"));
    }

    private void earlier(List<AccessPackage> packages, @Nullable AccessPackage shown) {
        var others = packages.stream()
                .filter(one -> one != shown && one.state(now) == State.READY)
                .toList();
        if (others.isEmpty()) return;
        var list = new Div();
        for (var one : others) {
            var contents = one.contents();
            var until = one.expiresAt();
            if (contents == null || until == null) continue;
            var line = words.say("copycard.earlier.line", words.time(contents.madeAt()), words.date(until));
            list.add(proved ? download(one, line, "small") : Markup.p(line, "small"), downloads(one));
        }
        add(Markup.details(words.say("copycard.earlier"), list));
    }

    /** A link of the browser’s own, outside the router: the file names itself, and an old proof leads back here. */
    private static Component download(AccessPackage one, String text, String... classes) {
        var link = Markup.link("packages/" + one.id(), text, classes);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    private String size(Contents contents) {
        var number = NumberFormat.getNumberInstance(words.locale());
        number.setMaximumFractionDigits(1);
        if (contents.bytes() < 1_000_000) return number.format(Math.ceilDiv(contents.bytes(), 1_000L)) + " kB";
        return number.format(contents.bytes() / 1e6) + " MB";
    }
}
