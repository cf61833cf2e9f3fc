package io.retrace.identity.web;

import io.retrace.identity.MemberRef;
import io.retrace.identity.PlatformMembers;
import io.retrace.shared.DomainException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Members", description = "What becomes of members here when they leave the platform.")
class MemberController {

    private final PlatformMembers members;

    MemberController(PlatformMembers members) {
        this.members = members;
    }

    @DeleteMapping("/members/{ref}")
    @Operation(
            summary = "Erase Retrace’s own copy of a member",
            description =
                    "The member’s account with the platform has ended. They are told, and may keep their access until the"
                            + " notice period is over: it is how they see who has their photos. Then everything Retrace holds of them"
                            + " is erased; requests to companies that are under way go on without a name. Repeating a call changes"
                            + " nothing. Afterwards feeds that name the member are refused as “erased”.")
    @ApiResponse(responseCode = "202", description = "Ordered; “erase_at” says when erasing begins")
    @ApiResponse(responseCode = "200", description = "Erased already")
    @ApiResponse(
            responseCode = "404",
            description = "No such member",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "The member has objected and keeps their account",
            content = {})
    ResponseEntity<ClosingAnswer> close(@PathVariable String ref) {
        return members.close(member(ref))
                .map(closing -> ResponseEntity.accepted().body(ClosingAnswer.of(closing)))
                .orElseGet(() -> ResponseEntity.ok(ClosingAnswer.ERASED));
    }

    private static MemberRef member(String ref) {
        try {
            return new MemberRef(ref);
        } catch (IllegalArgumentException e) {
            throw new DomainException.NotFound("error.member-unknown"); // nobody can be called that
        }
    }
}
