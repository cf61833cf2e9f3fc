package io.retrace.obligations.web;

import io.retrace.obligations.AnswerIntake;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 413, told in the caller’s language by the message sources that Spring asks for its detail code. */
class AnswerTooLarge extends ErrorResponseException {

    AnswerTooLarge() {
        super(HttpStatus.CONTENT_TOO_LARGE, problem(), null, "error.answer.too-large", new Object[] {
            AnswerIntake.MOST_BYTES / 1024 / 1024
        });
    }

    @Override
    public String getTitleMessageCode() {
        return "error.title.413";
    }

    private static ProblemDetail problem() {
        var problem = ProblemDetail.forStatus(HttpStatus.CONTENT_TOO_LARGE);
        problem.setType(URI.create("urn:retrace:problem:error.answer.too-large"));
        return problem;
    }
}
