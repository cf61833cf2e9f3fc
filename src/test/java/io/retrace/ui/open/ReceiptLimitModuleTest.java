package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever comes too often is told so, and when to come again; others notice nothing. */
@SpringBootTest(properties = {"retrace.open.reads-per-minute=3", "retrace.open.checks-per-minute=2"})
@AutoConfigureMockMvc
class ReceiptLimitModuleTest {

    private static final int MANY = 10; // even if a minute ends meanwhile, some of them are too many

    @Autowired
    private MockMvcTester web;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Test
    @UseCase("UC-010/9")
    void who_tries_link_after_link_is_asked_to_wait_on_a_page_that_says_how_long() {
        MvcTestResult last = read("203.0.113.7", "text/html");
        assertThat(last).hasStatus(404);
        for (int i = 0; i < MANY && last.getResponse().getStatus() == 404; i++) last = read("203.0.113.7", "text/html");
        assertThat(last)
                .hasStatus(429)
                .hasHeader("Cache-Control", "no-store")
                .hasContentType("text/html;charset=UTF-8")
                .bodyText()
                .contains("Too many visits from your connection", "Nothing is lost");
        assertThat(Integer.parseInt(String.valueOf(last.getResponse().getHeader(HttpHeaders.RETRY_AFTER))))
                .isBetween(1, 60);
        assertThat(last.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(read("203.0.113.8", "text/html")).hasStatus(404);
    }

    @Test
    @UseCase("UC-010/9")
    void a_program_is_told_by_a_problem() {
        MvcTestResult last = read("203.0.113.9", "application/json");
        for (int i = 0; i < MANY && last.getResponse().getStatus() == 404; i++)
            last = read("203.0.113.9", "application/json");
        assertThat(last)
                .hasStatus(429)
                .hasContentType("application/problem+json;charset=UTF-8")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:retrace:problem:receipt.busy");
    }

    @Test
    @UseCase("UC-010/9")
    void checks_are_counted_apart_and_nothing_is_read_of_one_too_many() {
        MvcTestResult last = check();
        assertThat(last).hasStatus(422);
        for (int i = 0; i < MANY && last.getResponse().getStatus() == 422; i++) last = check();
        assertThat(last).hasStatus(429).bodyText().doesNotContain("not a receipt");
        assertThat(read("203.0.113.10", "text/html")).hasStatus(404);
    }

    @Test
    @UseCase("UC-010/9")
    void who_chose_a_language_is_turned_away_in_it() {
        MvcTestResult last = read("203.0.113.11", "text/html", "?lang=de");
        assertThat(last).hasStatus(404).bodyText().contains("lang=\"de\"", "?lang=en");
        for (int i = 0; i < MANY && last.getResponse().getStatus() == 404; i++)
            last = read("203.0.113.11", "text/html", "?lang=de");
        assertThat(last).hasStatus(429).bodyText().contains("Zu viele Aufrufe");
    }

    private MvcTestResult read(String address, String accept) {
        return read(address, accept, "");
    }

    private MvcTestResult read(String address, String accept, String query) {
        return web.get()
                .uri("/receipts/" + UUID.randomUUID() + "/nothing" + query)
                .header(HttpHeaders.ACCEPT, accept)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult check() {
        return web.post()
                .uri("/receipts/check")
                .multipart()
                .file(new MockMultipartFile("file", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .with(request -> {
                    request.setRemoteAddr("203.0.113.10");
                    return request;
                })
                .exchange();
    }
}
