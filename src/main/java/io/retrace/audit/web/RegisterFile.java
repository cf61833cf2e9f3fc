package io.retrace.audit.web;

import io.retrace.audit.Hold;
import io.retrace.audit.HoldFilter;
import io.retrace.audit.HoldRegister;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of holds and refusals as a file. */
@RestController
class RegisterFile {

    private final HoldRegister register;

    RegisterFile(HoldRegister register) {
        this.register = register;
    }

    @GetMapping("/audit/register/file")
    void csv(
            @RequestParam(required = false) Hold.@Nullable Kind kind,
            @RequestParam(required = false) Hold.@Nullable State state,
            @RequestParam(required = false) @Nullable String company,
            HttpServletResponse answer)
            throws IOException {
        var filter = new HoldFilter(kind, state, company);
        register.holds(filter, null, 1); // refuses before the answer has begun
        answer.setContentType("text/csv;charset=utf-8");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"holds-and-refusals.csv\"");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        register.write(filter, answer.getOutputStream());
    }
}
