package io.retrace.ui.member;

import com.vaadin.flow.component.UI;
import io.retrace.access.MyPackages;
import io.retrace.identity.CurrentUser;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.ui.component.Words;
import io.retrace.ui.shell.StepUp;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a request’s page needs to tell of the copy that was asked for. */
@Component
class Copies {

    private final MyPackages packages;
    private final CurrentUser user;
    private final Clock clock;

    Copies(MyPackages packages, CurrentUser user, Clock clock) {
        this.packages = packages;
        this.user = user;
        this.clock = clock;
    }

    boolean shown(SubjectRequest request) {
        return request.kind() == RequestKind.ACCESS && request.status() != RequestStatus.WITHDRAWN;
    }

    /**
     * The card of the person’s copy.
     *
     * @param answered how many companies have answered by now
     */
    CopyCard card(SubjectRequest request, int answered, Runnable refresh) {
        var now = clock.instant();
        var proved = user.assurance().freshAt(now);
        return new CopyCard(packages.of(request.id()), answered, proved, now, Words.here(), new CopyCard.Actions() {
            @Override
            public void prove() {
                UI.getCurrent().getPage().setLocation(StepUp.address("/requests/" + request.reference()));
            }

            @Override
            public void makeAgain() {
                packages.makeAgain(request.id(), Words.here().locale());
                refresh.run();
            }
        });
    }
}
