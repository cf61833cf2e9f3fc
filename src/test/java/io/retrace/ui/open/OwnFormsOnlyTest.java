package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.net.URI;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnFormsOnlyTest {

    private final OwnFormsOnly filter =
            new OwnFormsOnly(URI.create("https://retrace.example"), new OpenPages(ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @UseCase("UC-016/10")
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Sec-Fetch-Site,none",
        "Sec-Fetch-Site,SAME-ORIGIN",
        "Origin,https://evil.example",
        "Origin,http://retrace.example",
        "Origin,https://retrace.example.evil.example",
        "Origin,https://retrace.example:8443",
        "Origin,null"
    })
    void a_form_of_another_site_does_nothing(String header, String value) throws Exception {
        var request = post();
        request.addHeader(header, value);
        var answer = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        filter.doFilter(request, answer, chain);
        assertThat(chain.getRequest()).isNull();
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("Nothing was done");
    }

    @ParameterizedTest
    @UseCase("UC-016/10")
    @CsvSource({"Sec-Fetch-Site,same-origin", "Origin,https://retrace.example", "X-None,none"})
    void our_own_forms_and_programs_pass(String header, String value) throws Exception {
        var request = post();
        request.addHeader(header, value);
        assertThat(passes(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void looking_is_free_for_all(String method) throws Exception {
        var request = new MockHttpServletRequest(method, "/answer/secret");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        assertThat(passes(request)).isTrue();
    }

    @Test
    @UseCase("UC-016/10")
    void what_the_browser_says_of_the_site_counts_before_the_origin() throws Exception {
        var request = post();
        request.addHeader("Sec-Fetch-Site", "cross-site");
        request.addHeader("Origin", "https://retrace.example");
        assertThat(passes(request)).isFalse();
    }

    private boolean passes(MockHttpServletRequest request) throws Exception {
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest post() {
        return new MockHttpServletRequest("POST", "/answer/secret");
    }
}
