package io.retrace.partners.web;

import io.retrace.partners.PartnerRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registry", description = "Who may receive photos, and for what. For the platform.")
class RegistryController {

    private final PartnerRegistry registry;

    RegistryController(PartnerRegistry registry) {
        this.registry = registry;
    }

    @PutMapping("/partners/{slug}")
    @Operation(
            summary = "Register a company, or change it",
            description =
                    "The body replaces what was registered; without “webhook” its endpoint and our key for it are"
                            + " forgotten. Repeating a call changes nothing. The key of an endpoint stays when its address changes.")
    @ApiResponse(responseCode = "200", description = "The company as registered, with our public key for its webhook")
    @ApiResponse(
            responseCode = "422",
            description = "A field breaks a rule; “field” names it",
            content = {})
    PartnerAnswer register(@PathVariable String slug, @RequestBody PartnerBody body) {
        return PartnerAnswer.of(
                registry.register(slug, body.details(), body.target(), body.key(), body.openDsrTarget()));
    }

    @PostMapping("/partners/{slug}/webhook/keys")
    @Operation(
            summary = "Make a new key for a company’s webhook",
            description = "For a week every message carries two v1a signatures, by the new key and by the one before;"
                    + " a receiver that trusts either accepts it.")
    @ApiResponse(responseCode = "200", description = "The company as registered, with the new key and the one before")
    @ApiResponse(
            responseCode = "404",
            description = "No such company, or it has no webhook",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "Two keys sign already",
            content = {})
    PartnerAnswer rotate(@PathVariable String slug) {
        return PartnerAnswer.of(registry.rotateKey(slug));
    }

    @GetMapping("/partners/{slug}")
    @Operation(summary = "Read a company")
    @ApiResponse(responseCode = "200", description = "The company as registered")
    @ApiResponse(
            responseCode = "404",
            description = "No such company",
            content = {})
    PartnerAnswer partner(@PathVariable String slug) {
        return PartnerAnswer.of(registry.partner(slug));
    }

    @PutMapping("/purposes/{code}")
    @Operation(summary = "Register a purpose, or change it", description = "Repeating a call changes nothing.")
    @ApiResponse(responseCode = "200", description = "The purpose as registered")
    @ApiResponse(
            responseCode = "422",
            description = "A field breaks a rule; “field” names it",
            content = {})
    PurposeBody register(@PathVariable String code, @RequestBody PurposeBody body) {
        return PurposeBody.of(registry.register(body.details(code)));
    }

    @GetMapping("/purposes/{code}")
    @Operation(summary = "Read a purpose")
    @ApiResponse(responseCode = "200", description = "The purpose as registered")
    @ApiResponse(
            responseCode = "404",
            description = "No such purpose",
            content = {})
    PurposeBody purpose(@PathVariable String code) {
        return PurposeBody.of(registry.purpose(code));
    }
}
