package io.retrace.obligations;

import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.ForModules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
class AskedCopies implements CopyQuestions {

    private final Obligations obligations;
    private final CopyRows copies;
    private final InboundLog inbound;
    private final JdbcClient db;

    AskedCopies(Obligations obligations, CopyRows copies, InboundLog inbound, JdbcClient db) {
        this.obligations = obligations;
        this.copies = copies;
        this.inbound = inbound;
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public Question question(ObligationId obligation, PartnerId company) {
        return question(obligations.findById(obligation.value()), company);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Question hold(ObligationId obligation, PartnerId company) {
        var held = obligations.lock(obligation.value());
        var question = question(held, company);
        if (held.orElseThrow().forgotten()) throw new Conflict("error.copy.closed");
        return question;
    }

    @Override
    public Set<UUID> sent(ObligationId obligation) {
        return copies.latest(Set.of(obligation.value())).values().stream()
                .flatMap(AskedCopies::files)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> everSent(ObligationId obligation) {
        return copies.all(obligation).stream().flatMap(AskedCopies::files).collect(Collectors.toSet());
    }

    @Override
    public Map<ObligationId, Set<UUID>> sent(RequestId request) {
        var asked = db.sql("select id from obligation where request_id = ? and kind = 'ACCESS'")
                .param(request.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return copies.latest(asked).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> files(answer.getValue()).collect(Collectors.toSet())));
    }

    @Override
    public void refused(RefusedFile file, DomainException refusal) {
        inbound.refusedFile(file, CompanyAnswers.verdict(refusal), refusal.key());
    }

    private static Question question(Optional<Obligation> found, PartnerId company) {
        var obligation =
                found.filter(own -> own.isFor(company)).orElseThrow(() -> new NotFound("error.obligation-not-found"));
        if (obligation.kind() != RequestKind.ACCESS) throw new Conflict("error.file.no-copy-asked");
        return new Question(obligation.obligationId(), obligation.request(), obligation.subject(), company);
    }

    private static Stream<UUID> files(CopyAnswer answer) {
        return answer.form().files().stream().map(SentFile::id);
    }
}
