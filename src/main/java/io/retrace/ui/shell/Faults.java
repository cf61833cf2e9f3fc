package io.retrace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.StepUpRequired;
import io.retrace.ui.component.Words;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The one answer to what goes wrong after a page was opened: a refusal says its reason, a fault its incident number. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MILLIS = 12_000;

    void answer(ErrorEvent event) {
        var ui = UI.getCurrent();
        var thrown = root(event.getThrowable());
        if (ui == null) {
            record(event.getThrowable());
        } else if (thrown instanceof StepUpRequired) {
            ui.getPage()
                    .setLocation(StepUp.address("/" + ui.getActiveViewLocation().getPathWithQueryParameters()));
        } else {
            var notification = new Notification(sentence(thrown), MILLIS, Notification.Position.MIDDLE);
            notification.setAssertive(true);
            notification.open();
        }
    }

    private static String sentence(Throwable thrown) {
        return switch (thrown) {
            case DomainException refusal ->
                Words.here().say(refusal.key(), refusal.arguments().toArray());
            case AccessDeniedException _ -> Words.here().say("error.not-found");
            default -> Words.here().say("fault.notice", record(thrown));
        };
    }

    /** Writes a fault to the log under a number that the person can quote; nothing else of it is shown. */
    public static String record(Throwable thrown) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var incident = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.error(
                "incident {}: a page failed; the person was shown this number and asked to try again",
                incident,
                thrown);
        return incident;
    }

    private static Throwable root(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException || cause instanceof AccessDeniedException) return cause;
        }
        return thrown;
    }
}
