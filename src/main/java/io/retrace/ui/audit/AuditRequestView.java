package io.retrace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.retrace.audit.Exports;
import io.retrace.identity.Roles;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.SupportDesk;
import io.retrace.requests.RequestDesk;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import io.retrace.ui.component.AnswerFacts;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.component.CopyFacts;
import io.retrace.ui.component.Icon;
import io.retrace.ui.component.Markup;
import io.retrace.ui.component.Page;
import io.retrace.ui.component.RequestTag;
import io.retrace.ui.component.Table;
import io.retrace.ui.shell.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request for an auditor: where each company stands, its bundle, its leaves. Nobody is named. */
@Route(value = Routes.AUDIT + "/requests", layout = AuditLayout.class)
@RolesAllowed(Roles.AUDITOR)
class AuditRequestView extends Page implements HasUrlParameter<String> {

    private static final int COLUMNS = 5;

    private final RequestDesk requests;
    private final SupportDesk desk;
    private final Exports exports;
    private final UnredactedDrafts drafts;

    AuditRequestView(RequestDesk requests, SupportDesk desk, Exports exports, UnredactedDrafts drafts) {
        super("audit", "case");
        this.requests = requests;
        this.desk = desk;
        this.exports = exports;
        this.drafts = drafts;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        removeAll();
        var request = requests.request(reference(parameter));
        var companies = desk.companies(request.id());
        entitle(request.reference().value());
        var back = Markup.link(AuditRequestsView.PATH, "", "back", "small");
        back.add(Icon.BACK.draw(), Markup.span(say("shell.nav.requests")));
        add(
                Markup.box("crumb", back),
                head(request),
                new BundleCard(request.reference(), exports, drafts, words()),
                Markup.h2(say("support.companies")),
                table(companies),
                Markup.h2(say("audit.leaves")),
                leaves(request.reference()));
    }

    private static Reference reference(String text) {
        try {
            return new Reference(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("error.not-found");
        }
    }

    private Component head(SubjectRequest request) {
        var dates = say(
                "audit.request.dates",
                words().date(request.receivedAt()),
                words().date(request.deadline().due()));
        return Markup.box(
                "head",
                Markup.box("stack tight", Markup.h1(request.reference().value()), Markup.p(dates, "soft")),
                new RequestTag(request.status(), words()));
    }

    private Component table(List<CompanyProgress> companies) {
        var table = new Table(
                say("support.companies"),
                say("support.company.name"),
                say("support.company.word"),
                say("support.company.asked"),
                say("support.company.acknowledged"),
                say("support.company.answered"));
        table.addClassName("companies");
        for (var company : companies) {
            table.row(
                            Markup.box(
                                    "two-lines",
                                    Markup.span(company.company().name()),
                                    Markup.span(say("support.company.items", company.photos()), "soft")),
                            new CompanyTag(company.word(), words()),
                            Markup.span(day(company.instants().askedAt()), "num"),
                            Markup.span(day(company.instants().acknowledgedAt()), "num"),
                            Markup.span(day(company.instants().answeredAt()), "num"))
                    .getElement()
                    .getClassList()
                    .add("company");
            table.more(COLUMNS, answer(company));
        }
        return table;
    }

    /** What it declared, without the references of single photos: those are in a bundle, under its rules. */
    private Component answer(CompanyProgress company) {
        var answer = company.attestation();
        if (answer != null)
            return answer(answer.version(), answer.receivedAt(), new AnswerFacts(answer.form(), words()));
        var copy = company.copy();
        if (copy != null) return answer(copy.version(), copy.receivedAt(), new CopyFacts(copy.form(), words()));
        return Markup.span(say("audit.answer.none"), "small", "soft");
    }

    private Component answer(int version, Instant at, Component facts) {
        return Markup.details(say("support.answer", version, words().time(at)), facts);
    }

    private Component leaves(Reference reference) {
        var leaves = exports.leaves(reference);
        if (leaves.isEmpty()) return Markup.p(say("audit.leaves.erased"), "card");
        var table = new LeafTable(words());
        leaves.reversed().forEach(table::add);
        return table;
    }

    private String day(@Nullable Instant at) {
        return at == null ? "–" : words().shortDay(words().day(at));
    }
}
