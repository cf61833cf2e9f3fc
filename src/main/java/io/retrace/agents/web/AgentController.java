package io.retrace.agents.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.agents.AgentDoor;
import io.retrace.agents.AgentStatus;
import io.retrace.agents.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
class AgentController {

    private final AgentDoor door;
    private final MessageSource messages;

    AgentController(AgentDoor door, MessageSource messages) {
        this.door = door;
        this.messages = messages;
    }

    @PostMapping("/agent/{id}")
    ResponseEntity<?> pair(@PathVariable String id, HttpServletRequest request) throws IOException {
        door.knock(request.getRemoteAddr());
        try {
            return answer(new Token(id, door.pair(id, body(request))));
        } catch (Refused refusal) {
            return ResponseEntity.status(403).build(); // §2.05.1: without a body, whatever it was
        }
    }

    @GetMapping("/agent/{id}")
    ResponseEntity<?> probe(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        door.knock(request.getRemoteAddr());
        door.probe(authorization, id);
        return answer(Map.of());
    }

    @PostMapping({"/data-rights-request", "/data-rights-request/"}) // with a slash before 0.9.3
    ResponseEntity<AgentStatus> exercise(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        door.knock(request.getRemoteAddr());
        return answer(door.exercise(authorization, body(request)));
    }

    @GetMapping("/data-rights-request/{id}")
    ResponseEntity<AgentStatus> status(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        door.knock(request.getRemoteAddr());
        return answer(door.status(authorization, id));
    }

    @DeleteMapping("/data-rights-request/{id}")
    ResponseEntity<AgentStatus> revoke(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        door.knock(request.getRemoteAddr());
        return answer(door.revoke(authorization, id, body(request)));
    }

    /** §3.06. */
    @ExceptionHandler
    ResponseEntity<Fault> refused(Refused refusal, Locale locale) {
        var flaw = refusal.flaw();
        var answer = ResponseEntity.status(flaw.status())
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        if (flaw.status() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (refusal.comeBackIn().isPositive()) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(refusal.comeBackIn().toSeconds()));
        }
        var message = messages.getMessage("agent.flaw." + flaw.key(), null, locale);
        return answer.body(new Fault(Integer.toString(flaw.status()), message, flaw.fatal() ? true : null));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(AgentDoor.MOST_BYTES + 1);
    }

    record Token(@JsonProperty("agent-id") String agent, String token) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(String code, String message, @Nullable Boolean fatal) {}
}
