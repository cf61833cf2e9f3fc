package io.retrace.ledger.web;

import io.retrace.ledger.FeedReport;
import io.retrace.ledger.FeedReport.Stop;
import io.retrace.ledger.Feeds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Feeds", description = "What the platform reports: photos, and who received them.")
class FeedController {

    private static final String PHOTO_LINE = """
            {"event_id":"01980a3e-7c1d-7b0e-9a54-3f2b8c6d1e0f","photo":"p-20931","member":"m-4711",\
            "uploaded_at":"2026-03-01T10:00:00Z",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
            """;
    private static final String DISCLOSURE_LINE = """
            {"event_id":"01980a3f-2b9e-7c44-8d10-5e6f7a8b9c0d","photo":"p-20931","partner":"lumen-vision",\
            "purpose":"face-recognition","legal_basis":"none-recorded","disclosed_at":"2026-03-02T08:30:00Z"}
            """;

    private final Feeds feeds;
    private final StoppedFeed stopped;

    FeedController(Feeds feeds, StoppedFeed stopped) {
        this.feeds = feeds;
        this.stopped = stopped;
    }

    @PostMapping(path = "/photos", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Feed photos",
            description = FeedDescription.PHOTOS,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string", format = "binary"),
                                            examples = @ExampleObject(PHOTO_LINE))))
    @FeedOutcomes
    ResponseEntity<?> photos(
            HttpServletRequest request,
            @Parameter(hidden = true) @RequestHeader(name = "Content-Encoding", required = false) @Nullable
                    String encoding,
            Locale locale)
            throws IOException {
        return answer(feeds.photos(request.getInputStream(), gzip(encoding)), locale);
    }

    @PostMapping(path = "/disclosures", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Feed disclosures",
            description = FeedDescription.DISCLOSURES,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string", format = "binary"),
                                            examples = @ExampleObject(DISCLOSURE_LINE))))
    @FeedOutcomes
    ResponseEntity<?> disclosures(
            HttpServletRequest request,
            @Parameter(hidden = true) @RequestHeader(name = "Content-Encoding", required = false) @Nullable
                    String encoding,
            Locale locale)
            throws IOException {
        return answer(feeds.disclosures(request.getInputStream(), gzip(encoding)), locale);
    }

    private ResponseEntity<?> answer(FeedReport report, Locale locale) {
        var stop = report.stopped();
        if (stop == null) return ResponseEntity.ok(FeedAnswer.of(report));
        var status = stop == Stop.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return ResponseEntity.status(status).body(stopped.problem(status, stop, FeedAnswer.of(report), locale));
    }

    private static boolean gzip(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) return false;
        if (encoding.equalsIgnoreCase("gzip")) return true;
        throw new UnsupportedMediaTypeStatusException("Content-Encoding: gzip or none");
    }
}
