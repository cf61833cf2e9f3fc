package io.retrace.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestStatus;
import io.retrace.testing.UseCase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every value of either side has its place on the other. The tables are written by hand, from §3.01 and §3.02. */
class StandingTest {

    /** §3.02, every row: state, reason, final. */
    private static final List<String> PROTOCOL = List.of(
            "open - no",
            "in_progress - no",
            "in_progress need_user_verification no",
            "fulfilled - yes",
            "revoked - yes",
            "denied suspected_fraud yes",
            "denied insuf_verification yes",
            "denied no_match yes",
            "denied claim_not_covered yes",
            "denied outside_jurisdiction yes",
            "denied too_many_requests yes",
            "denied other yes",
            "expired - yes");

    @Test
    @UseCase("UC-025/8")
    void every_status_of_the_protocol_is_known_by_its_two_words_and_no_other_is() {
        for (var row : PROTOCOL) {
            var words = row.split(" ");
            var standing = Standing.read(words[0], words[1].equals("-") ? null : words[1]);
            assertThat(standing).as(row).isPresent();
            assertThat(standing.orElseThrow().end()).as(row).isEqualTo(words[2].equals("yes"));
        }
        assertThat(Standing.values()).hasSize(PROTOCOL.size());
        assertThat(Standing.read("denied", null)).isEmpty();
        assertThat(Standing.read("fulfilled", "other")).isEmpty();
        assertThat(Standing.read("FULFILLED", null)).isEmpty();
    }

    @Test
    @UseCase("UC-025/8")
    void every_status_of_a_request_has_one_of_the_protocol() {
        var expected = Map.of(
                RequestStatus.RECEIVED, Standing.IN_PROGRESS,
                RequestStatus.VERIFYING, Standing.NEED_USER_VERIFICATION,
                RequestStatus.UNDERWAY, Standing.IN_PROGRESS,
                RequestStatus.PARTLY_DONE, Standing.OTHER,
                RequestStatus.DONE, Standing.FULFILLED,
                RequestStatus.NOT_DONE, Standing.OTHER,
                RequestStatus.WITHDRAWN, Standing.REVOKED);
        assertThat(expected.keySet()).containsExactlyInAnyOrder(RequestStatus.values());
        expected.forEach((ours, theirs) -> {
            assertThat(Standing.of(ours)).as("%s", ours).isEqualTo(theirs);
            assertThat(Standing.of(FilingState.CONFIRMED, ours, true))
                    .as("%s, whenever it is asked", ours)
                    .isEqualTo(theirs);
        });
    }

    @Test
    @UseCase("UC-025/8")
    void only_what_every_company_did_is_fulfilled() {
        assertThat(RequestStatus.values())
                .filteredOn(ours -> Standing.of(ours) == Standing.FULFILLED)
                .containsExactly(RequestStatus.DONE);
        for (var state : FilingState.values()) {
            if (state == FilingState.CONFIRMED) continue;
            assertThat(Standing.of(state, null, false)).isNotEqualTo(Standing.FULFILLED);
            assertThat(Standing.of(state, null, true)).isNotEqualTo(Standing.FULFILLED);
        }
    }

    @Test
    @UseCase({"UC-025/7", "UC-025/8"})
    void every_state_of_a_filing_has_one_of_the_protocol_and_a_no_reads_like_silence() {
        var within = Map.of(
                FilingState.AWAITING, Standing.NEED_USER_VERIFICATION,
                FilingState.DECLINED, Standing.NEED_USER_VERIFICATION,
                FilingState.NOTHING, Standing.NO_MATCH,
                FilingState.UNVERIFIED, Standing.INSUF_VERIFICATION,
                FilingState.REVOKED, Standing.REVOKED,
                FilingState.NOT_COVERED, Standing.CLAIM_NOT_COVERED);
        for (var state : FilingState.values()) {
            if (state == FilingState.CONFIRMED) continue;
            assertThat(Standing.of(state, null, false)).as("%s", state).isEqualTo(within.get(state));
        }
        for (var state : List.of(FilingState.AWAITING, FilingState.DECLINED, FilingState.UNVERIFIED))
            assertThat(Standing.of(state, null, true)).as("%s", state).isEqualTo(Standing.INSUF_VERIFICATION);
    }

    /** The other way: what a person would read for each of the protocol’s. */
    @Test
    @UseCase("UC-025/8")
    void every_status_of_the_protocol_has_one_of_the_six_words() {
        var six = new HashSet<String>();
        for (var status : RequestStatus.values()) six.add(status.word());
        for (var standing : Standing.values()) assertThat(six).contains(standing.word());
        for (var ours : RequestStatus.values()) {
            var back = Standing.of(ours).word();
            switch (ours) {
                case RECEIVED -> assertThat(back).isEqualTo("in-progress"); // accepted is all that it means
                case PARTLY_DONE -> assertThat(back).isEqualTo("not-done"); // never more than is true
                case VERIFYING, UNDERWAY, DONE, NOT_DONE, WITHDRAWN ->
                    assertThat(back).isEqualTo(ours.word());
            }
        }
    }

    @Test
    @UseCase("UC-025/8")
    void every_right_of_the_protocol_is_one_of_ours_or_not_offered_and_every_one_of_ours_is_of_the_protocol() {
        var ours = Map.of(
                "deletion", "ERASURE",
                "access", "ACCESS",
                "access:categories", "ACCESS",
                "access:specific", "ACCESS",
                "sale:opt-out", "",
                "sale:opt-in", "");
        assertThat(Arrays.stream(Exercise.values()).map(Exercise::text))
                .containsExactlyInAnyOrderElementsOf(ours.keySet());
        ours.forEach((text, kind) -> assertThat(
                        Exercise.read(text).orElseThrow().kind().map(Enum::name).orElse(""))
                .isEqualTo(kind));
        for (var kind : RequestKind.values())
            assertThat(Exercise.of(kind).kind()).contains(kind);
        assertThat(Exercise.read("delete")).isEmpty();
        assertThat(Exercise.read("")).isEmpty();
    }
}
