package io.retrace.sandbox;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.MadeUpPeople;
import io.retrace.identity.Roles;
import io.retrace.identity.Subjects;
import io.retrace.ledger.MadeUpPhotos;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.Purpose;
import io.retrace.requests.MadeUpRequests;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import java.util.Comparator;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Three steps, each its own command as in life: a person, their photos at the company, their request. What is left of one that
 * broke off in between asks nobody anything and expires.
 */
@Service
@PreAuthorize(Roles.IS_PARTNER)
class MadeUpQuestions implements Sandbox {

    private final CurrentUser user;
    private final PartnerDirectory directory;
    private final MadeUpPeople people;
    private final Subjects subjects;
    private final MadeUpPhotos ledger;
    private final MadeUpRequests requests;

    MadeUpQuestions(
            CurrentUser user,
            PartnerDirectory directory,
            MadeUpPeople people,
            Subjects subjects,
            MadeUpPhotos ledger,
            MadeUpRequests requests) {
        this.user = user;
        this.directory = directory;
        this.people = people;
        this.subjects = subjects;
        this.ledger = ledger;
        this.requests = requests;
    }

    @Override
    public void ask(int photos) {
        people.mustBePossible();
        if (photos < 1 || photos > MOST_PHOTOS) throw new RuleViolation("photos", "error.sandbox.photos", MOST_PHOTOS);
        var company = directory.bySlug(user.company()).orElseThrow(() -> new NotFound("error.not-found"));
        var purpose = directory.purposes().stream()
                .min(Comparator.comparing(Purpose::code))
                .orElseThrow(() -> new Conflict("error.sandbox.no-purpose"));
        var person = people.another(company.id().toString(), MOST_A_DAY);
        ledger.share(person, company.slug(), purpose.code(), photos);
        subjects.ofMembers(Set.of(person)).values().forEach(requests::erase);
    }
}
