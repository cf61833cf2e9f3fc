package io.retrace.access.web;

import io.retrace.access.MyPackages;
import io.retrace.access.PackageDownload.Device;
import io.retrace.access.PackageFile;
import io.retrace.access.PackageId;
import io.retrace.access.web.ByteRange.Asked;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A member’s own packages, resumable: parts of one version only (If-Range), of a file whose whole length is known. An
 * interrupted download goes on in the session that began it; another one needs a fresh step-up.
 */
@Controller
class PackageController {

    private static final String DOWNLOAD = PackageController.class.getName() + ".download:";

    private final MyPackages packages;

    PackageController(MyPackages packages) {
        this.packages = packages;
    }

    /** 404 for what is not theirs, what has expired, what does not exist and what is no id: one and the same. */
    @GetMapping("/packages/{id}")
    void download(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        var found = id(id);
        try {
            if (found.isEmpty()) throw new NotFound("error.not-found");
            answer(found.get(), request, response);
        } catch (NotFound e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void answer(PackageId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getMethod().equals("HEAD")) head(id, request, response);
            else send(id, request, response);
        } catch (StepUpRequired e) {
            askAgain(id, request, response);
        }
    }

    private static Optional<PackageId> id(String text) {
        try {
            return Optional.of(new PackageId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void head(PackageId id, HttpServletRequest request, HttpServletResponse response) {
        var file = packages.look(id, begun(id, request));
        describe(file, response);
        response.setContentLengthLong(file.bytes());
    }

    private void send(PackageId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var earlier = begun(id, request);
        var file = packages.look(id, earlier);
        switch (asked(request, file)) {
            case Asked.Nothing _ -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            }
            case Asked.Part(var range) -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, range.ofLength(file.bytes()));
                // from its first byte it is a download of its own, which the person sees in the list
                send(id, range, range.from() > 0 ? earlier : null, request, response);
            }
            case Asked.Whole _ -> send(id, new ByteRange(0, file.bytes()), null, request, response);
        }
    }

    private void send(
            PackageId id,
            ByteRange range,
            @Nullable UUID earlier,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var open = packages.download(id, device(request), earlier);
        request.getSession().setAttribute(DOWNLOAD + id, open.download());
        describe(open.file(), response);
        response.setContentLengthLong(range.count());
        open.reader().copy(range.from(), range.count(), response.getOutputStream());
    }

    /** A part of another version would spoil the file; then the whole is sent (RFC 9110 §13.1.5). Dates are too coarse. */
    private static Asked asked(HttpServletRequest request, PackageFile file) {
        var ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        return ifRange == null || ifRange.equals(tag(file))
                ? ByteRange.of(request.getHeader(HttpHeaders.RANGE), file.bytes())
                : new Asked.Whole();
    }

    private static void describe(PackageFile file, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag(file));
        response.setDateHeader(HttpHeaders.LAST_MODIFIED, file.madeAt().toEpochMilli());
    }

    private static String tag(PackageFile file) {
        return "\"" + file.tag() + "\"";
    }

    /** A person is led to the page where they can prove it; a program that resumes is told no. */
    private void askAgain(PackageId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(HttpHeaders.RANGE) != null || request.getMethod().equals("HEAD")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect("/requests/" + packages.request(id));
        }
    }

    private static @Nullable UUID begun(PackageId id, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(DOWNLOAD + id) instanceof UUID begun ? begun : null;
    }

    private static Device device(HttpServletRequest request) {
        return Device.of(Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    }
}
