package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException;
import io.retrace.testing.LeafCount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Commands of one area, each walked once: that it leaves exactly one leaf, and none when it is repeated or refused. */
abstract class CommandWalk {

    final World world;
    final LeafCount leaves;

    CommandWalk(World world) {
        this.world = world;
        this.leaves = new LeafCount(world.bean(DataSource.class));
    }

    /** By {@code Service.method}. */
    abstract Map<String, Runnable> commands();

    LeafCount about(Member member) {
        return leaves.about(member.subject().value());
    }

    Member memberWithPhotoAt(Company... companies) {
        var member = world.member();
        world.photo(member, companies);
        return member;
    }

    Submission erase(Member member, UUID submission) {
        return world.as(member, () -> world.requests().eraseAtCompanies(submission, new Selection.All()));
    }

    SubjectRequest accepted(Member member) {
        return ((Submission.Accepted) erase(member, UUID.randomUUID())).request();
    }

    ObligationId released(Member member, Company company) {
        var request = accepted(member);
        world.forward(Duration.ofHours(24));
        return world.obligation(request.id(), company);
    }

    CompanyDesk.Receipt attest(Company company, ObligationId obligation, String id, @Nullable String amends) {
        var today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        return world.as(company, () -> world.desk().attest(obligation, Forms.erased(id, today, amends)));
    }

    static void refused(Runnable command) {
        assertThatThrownBy(command::run).isInstanceOf(DomainException.class);
    }

    static void asPlatform(Runnable commands) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("platform", "", List.of(() -> "ROLE_platform")));
        try {
            commands.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
