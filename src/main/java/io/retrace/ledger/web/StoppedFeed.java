package io.retrace.ledger.web;

import io.retrace.ledger.FeedReport.Stop;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A feed that was not read to its end, as a problem (RFC 9457) that carries the report of what was. */
@Component
class StoppedFeed {

    private final MessageSource messages;

    StoppedFeed(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail problem(HttpStatus status, Stop stop, FeedAnswer report, Locale locale) {
        var key = switch (stop) {
            case CUT_SHORT -> "error.feed-cut-short";
            case TOO_LARGE -> "error.feed-too-large";
            case BAD_COMPRESSION -> "error.feed-bad-compression";
        };
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, null, locale));
        problem.setType(URI.create("urn:retrace:problem:" + key));
        problem.setTitle(messages.getMessage("error.title." + status.value(), null, locale));
        problem.setProperty("report", report);
        return problem;
    }
}
