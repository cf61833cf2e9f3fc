package io.retrace.shared.web;

import io.retrace.shared.DomainException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Every refusal and every fault of the API as a problem (RFC 9457), in the caller’s language, without inner detail. */
@RestControllerAdvice(annotations = RestController.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(DomainException refusal, Locale locale) {
        var problem = problem(
                status(refusal), refusal.key(), locale, refusal.arguments().toArray());
        if (refusal instanceof DomainException.RuleViolation violation && violation.field() != null) {
            problem.setProperty("field", violation.field());
        }
        return problem;
    }

    private static HttpStatus status(DomainException refusal) {
        return switch (refusal) {
            case DomainException.NotFound _ -> HttpStatus.NOT_FOUND;
            case DomainException.Conflict _ -> HttpStatus.CONFLICT;
            case DomainException.RuleViolation _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DomainException.StepUpRequired _ -> HttpStatus.FORBIDDEN;
        };
    }

    /** Says which field cannot be read, and not what the parser thinks of it. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = problem(HttpStatus.BAD_REQUEST, "error.unreadable", request.getLocale());
        if (unreadable.getCause() instanceof JacksonException json
                && !json.getPath().isEmpty()) {
            problem.setProperty("field", FieldPath.of(json));
        }
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    /** Left to the security chain, which answers 401 or 403. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void denied(RuntimeException denial) {
        throw denial;
    }

    @ExceptionHandler
    ProblemDetail failed(RuntimeException fault, Locale locale) {
        var incident = UUID.randomUUID();
        LOG.error("incident {}: the call failed and was answered 500; the caller may repeat it", incident, fault);
        var problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "error.internal", locale, incident);
        problem.setProperty("incident", incident);
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale, Object... arguments) {
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, arguments, key, locale));
        problem.setType(URI.create("urn:retrace:problem:" + key));
        problem.setTitle(messages.getMessage("error.title." + status.value(), null, locale));
        return problem;
    }
}
