package io.retrace.ledger.web;

import io.retrace.ledger.Previews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Feeds")
class PreviewController {

    private static final String WEBP = "image/webp";

    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @PutMapping(
            path = "/api/v1/photos/{photo}/preview",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE, WEBP})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Send a picture of a photo",
            description =
                    "At most 10 MB and 40 megapixels. It is decoded, made small (640 pixels) and encoded again without"
                            + " metadata; only its owner ever sees it. A later picture replaces it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.IMAGE_JPEG_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.IMAGE_PNG_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = WEBP, schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "204", description = "Kept")
    @ApiResponse(
            responseCode = "404",
            description = "No such photo is registered",
            content = {})
    @ApiResponse(
            responseCode = "422",
            description = "Not a picture that can be read, or too large",
            content = {})
    void keep(@PathVariable String photo, HttpServletRequest request) throws IOException {
        // one byte too many is refused by the reader, and no more than that is ever read
        previews.keep(photo, request.getInputStream().readNBytes(Previews.LONGEST + 1));
    }
}
