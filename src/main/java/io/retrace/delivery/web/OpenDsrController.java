package io.retrace.delivery.web;

import io.retrace.delivery.OpenDsrCallbacks;
import io.retrace.delivery.opendsr.SignedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "OpenDSR", description = "Callbacks of companies that speak OpenDSR 2.0.")
class OpenDsrController {

    private final OpenDsrCallbacks callbacks;

    OpenDsrController(OpenDsrCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    @PostMapping("/api/v1/opendsr/callbacks")
    @Operation(
            summary = "Tell how a request stands",
            description =
                    "Signed over the raw body with the key of the registered certificate; no token. Repeating it is safe.")
    @ApiResponse(responseCode = "202", description = "Taken")
    @ApiResponse(
            responseCode = "400",
            description = "The signature is not good, or it is no callback about a request to you")
    @ApiResponse(responseCode = "401", description = "The domain is not registered, or its certificate is not valid")
    ResponseEntity<Void> callback(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(OpenDsrCallbacks.MOST_BYTES + 1);
        if (body.length > OpenDsrCallbacks.MOST_BYTES)
            return ResponseEntity.badRequest().build();
        var domain = either(request, SignedBody.DOMAIN, SignedBody.OLD_DOMAIN);
        var signature = either(request, SignedBody.SIGNATURE, SignedBody.OLD_SIGNATURE);
        return switch (callbacks.receive(domain, signature, body)) {
            case TAKEN -> ResponseEntity.accepted().build();
            case UNKNOWN -> ResponseEntity.status(401).build();
            case BAD -> ResponseEntity.badRequest().build();
        };
    }

    private static @Nullable String either(HttpServletRequest request, String name, String oldName) {
        var value = request.getHeader(name);
        return value != null ? value : request.getHeader(oldName);
    }
}
