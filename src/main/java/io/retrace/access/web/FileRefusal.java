package io.retrace.access.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 413 and 503, told in the caller’s language by the message sources that Spring asks for its detail code. */
class FileRefusal extends ErrorResponseException {

    private FileRefusal(HttpStatus status, String key, Object... arguments) {
        super(status, problem(status, key), null, key, arguments);
    }

    static FileRefusal tooLarge(long megabytes) {
        return new FileRefusal(HttpStatus.CONTENT_TOO_LARGE, "error.file.too-large", megabytes);
    }

    static FileRefusal scannerAway() {
        return new FileRefusal(HttpStatus.SERVICE_UNAVAILABLE, "error.file.scanner-away");
    }

    @Override
    public String getTitleMessageCode() {
        return "error.title." + getStatusCode().value();
    }

    private static ProblemDetail problem(HttpStatus status, String key) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:retrace:problem:" + key));
        return problem;
    }
}
