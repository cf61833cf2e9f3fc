package io.retrace.ledger.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every feed may answer, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The whole body was read",
        content = @Content(schema = @Schema(implementation = FeedAnswer.class)))
@ApiResponse(
        responseCode = "400",
        description = "The body broke off; “report” says what was recorded",
        content = {})
@ApiResponse(
        responseCode = "413",
        description = "The body is too long; “report” likewise",
        content = {})
@ApiResponse(
        responseCode = "415",
        description = "Neither NDJSON nor gzip of it",
        content = {})
@interface FeedOutcomes {}
