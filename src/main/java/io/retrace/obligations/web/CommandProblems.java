package io.retrace.obligations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems (RFC 9457) that are told before a controller is reached, in the shape of all others. */
@Component
class CommandProblems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageSource messages;

    CommandProblems(MessageSource messages) {
        this.messages = messages;
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            @Nullable String field)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:retrace:problem:" + key);
        problem.put("title", messages.getMessage("error.title." + status.value(), null, request.getLocale()));
        problem.put("status", status.value());
        problem.put("detail", messages.getMessage(key, null, request.getLocale()));
        problem.put("instance", request.getRequestURI());
        if (field != null) problem.put("field", field);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
