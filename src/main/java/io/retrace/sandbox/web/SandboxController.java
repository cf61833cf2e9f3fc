package io.retrace.sandbox.web;

import io.retrace.sandbox.Sandbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/sandbox", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Sandbox",
        description = "Questions about people who do not exist. A portal for real people has none of this.")
class SandboxController {

    private final Sandbox sandbox;

    SandboxController(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @PostMapping("/obligations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have a made-up person ask your company",
            description = "The question is in your list within seconds and comes by your channel, like every other.")
    @ApiResponse(responseCode = "202", description = "It is on its way")
    @ApiResponse(responseCode = "404", description = "This portal is for real people")
    @ApiResponse(responseCode = "409", description = "Enough for today")
    @ApiResponse(responseCode = "422", description = "Too many photos, or none")
    void ask(@RequestParam(defaultValue = "3") int photos) {
        sandbox.ask(photos);
    }
}
