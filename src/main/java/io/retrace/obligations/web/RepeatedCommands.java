package io.retrace.obligations.web;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.Repeats;
import io.retrace.obligations.Repeats.Answer;
import io.retrace.obligations.Repeats.AtWork;
import io.retrace.obligations.Repeats.Fresh;
import io.retrace.obligations.Repeats.Reused;
import io.retrace.shared.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on every POST of a company (draft-ietf-httpapi-idempotency-key-header): the same command gets the
 * same answer, another one under its key is refused. PUT and DELETE are idempotent by themselves.
 */
@Component
class RepeatedCommands extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String COMMANDS = "/api/v1/obligations/";
    private static final Pattern KEYS = Pattern.compile("\"?([\\x21\\x23-\\x7e]{8,200})\"?");
    private static final Pattern OBLIGATION = Pattern.compile("^" + COMMANDS + "([0-9a-fA-F-]{36})/");
    private static final Set<Integer> UNDECIDED = Set.of(401, 403, 408, 413, 429);

    private final Repeats repeats;
    private final CurrentUser user;
    private final CommandProblems problems;

    RepeatedCommands(Repeats repeats, CurrentUser user, CommandProblems problems) {
        this.repeats = repeats;
        this.user = user;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith(COMMANDS)
                || request.getHeader(KEY) == null
                || !user.has(Roles.PARTNER); // the chain has answered, or will
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var named = KEYS.matcher(request.getHeader(KEY).strip());
        if (!named.matches()) {
            problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "error.repeat.key", KEY);
            return;
        }
        var body = BufferedBody.of(request);
        if (body.tooLong()) {
            chain.doFilter(body, response); // refused for its length, whatever its key
            return;
        }
        var key = Sha256.of(named.group(1).getBytes(StandardCharsets.US_ASCII));
        switch (repeats.begin(key, body.digest(), obligation(request))) {
            case Fresh _ -> carryOut(key, body, response, chain);
            case AtWork _ -> problems.write(request, response, HttpStatus.CONFLICT, "error.repeat.at-work", null);
            case Reused _ ->
                problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "error.repeat.reused", KEY);
            case Answer answer -> replay(answer, response);
        }
    }

    private void carryOut(Sha256 key, BufferedBody body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var heard = new ContentCachingResponseWrapper(response);
        var decided = false;
        try {
            chain.doFilter(body, heard);
            decided = heard.getStatus() < 500 && !UNDECIDED.contains(heard.getStatus());
        } finally {
            if (!decided) repeats.undecided(key);
        }
        if (decided) {
            repeats.answered(
                    key,
                    new Answer(
                            heard.getStatus(),
                            heard.getContentType(),
                            heard.getHeader(HttpHeaders.LOCATION),
                            heard.getContentAsByteArray()));
        }
        heard.copyBodyToResponse(); // only now: what was told is kept
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.mediaType() != null) response.setContentType(answer.mediaType());
        if (answer.location() != null) response.setHeader(HttpHeaders.LOCATION, answer.location());
        response.getOutputStream().write(answer.body());
    }

    private static @Nullable ObligationId obligation(HttpServletRequest request) {
        var found = OBLIGATION.matcher(request.getRequestURI());
        if (!found.find()) return null;
        try {
            return new ObligationId(UUID.fromString(found.group(1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
