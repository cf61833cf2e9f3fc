package io.retrace.obligations.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 401, told in the caller’s language: the signature over the answer is not by the company’s key. */
class BadSignature extends ErrorResponseException {

    BadSignature() {
        super(HttpStatus.UNAUTHORIZED, problem(), null, "error.answer.bad-signature", null);
    }

    @Override
    public String getTitleMessageCode() {
        return "error.title.401";
    }

    private static ProblemDetail problem() {
        var problem = ProblemDetail.forStatus(HttpStatus.UNAUTHORIZED);
        problem.setType(URI.create("urn:retrace:problem:error.answer.bad-signature"));
        return problem;
    }
}
