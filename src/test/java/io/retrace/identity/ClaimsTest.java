package io.retrace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.GrantedAuthority;

class ClaimsTest {

    @Test
    void roles_are_a_flat_list_and_anything_else_gives_none() {
        assertThat(Claims.authorities(List.of("member", 7, "support-lead")))
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_member", "ROLE_support-lead");
        assertThat(Claims.authorities("member")).isEmpty();
        assertThat(Claims.authorities(Map.of("roles", List.of("member")))).isEmpty();
        assertThat(Claims.authorities(null)).isEmpty();
    }

    @Test
    void the_organisation_is_read_from_a_list_and_from_an_object() {
        assertThat(Claims.onlyOrganization(List.of("beacon-ads"))).contains("beacon-ads");
        assertThat(Claims.onlyOrganization(Map.of("beacon-ads", Map.of("id", "7"))))
                .contains("beacon-ads");
    }

    @Test
    void who_is_in_no_company_or_in_two_answers_for_none() {
        assertThat(Claims.onlyOrganization(null)).isEmpty();
        assertThat(Claims.onlyOrganization(List.of())).isEmpty();
        assertThat(Claims.onlyOrganization("beacon-ads")).isEmpty();
        assertThat(Claims.onlyOrganization(List.of("beacon-ads", "lumen-vision")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "'', 0", "gold, 0", "-1, 0", "999, 0"})
    void the_level_is_a_small_number_or_nothing(String acr, int level) {
        assertThat(Claims.level(acr)).isEqualTo(level);
    }
}
