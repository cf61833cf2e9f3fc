package io.retrace.ledger;

import static io.retrace.ledger.FeedLines.bytes;
import static io.retrace.ledger.FeedLines.disclosure;
import static io.retrace.ledger.FeedLines.gzip;
import static io.retrace.ledger.FeedLines.json;
import static io.retrace.ledger.FeedLines.photo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrace.testing.UseCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class FeedApiModuleTest extends LedgerModule {

    @Autowired
    private MockMvc http;

    @Test
    @UseCase("UC-008/1")
    void a_report_says_what_became_of_each_line() throws Exception {
        ledger.photos(json(photo("api", "m-1")));
        http.perform(post("/api/v1/disclosures")
                        .with(role("platform"))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .header("Content-Encoding", "gzip")
                        .content(gzip(bytes(json(disclosure("api", "lumen-vision")), "x"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.received").value(2))
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.duplicates").value(0))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.incidents").value(0))
                .andExpect(jsonPath("$.lines[0].line").value(2))
                .andExpect(jsonPath("$.lines[0].field").doesNotExist())
                .andExpect(jsonPath("$.lines[0].reason").value("malformed-json"))
                .andExpect(jsonPath("$.stopped").doesNotExist());
    }

    @Test
    void a_body_that_is_not_what_it_says_is_a_problem_with_the_report() throws Exception {
        http.perform(post("/api/v1/photos")
                        .with(role("platform"))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .header("Content-Encoding", "gzip")
                        .content("plain"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:retrace:problem:error.feed-bad-compression"))
                .andExpect(jsonPath("$.report.accepted").value(0));
        http.perform(post("/api/v1/photos")
                        .with(role("platform"))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .content(new byte[41 << 20]))
                .andExpect(status().isContentTooLarge());
        http.perform(post("/api/v1/photos")
                        .with(role("platform"))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .header("Content-Encoding", "br")
                        .content("x"))
                .andExpect(status().isUnsupportedMediaType());
        http.perform(post("/api/v1/photos")
                        .with(role("platform"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void only_the_platform_feeds() throws Exception {
        http.perform(post("/api/v1/photos")
                        .with(role("partner"))
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .content(""))
                .andExpect(status().isForbidden());
        http.perform(post("/api/v1/photos")
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .content(""))
                .andExpect(status().isUnauthorized());
    }

    @Test
    @UseCase("UC-008/6")
    void a_preview_is_kept_once_it_proves_to_be_a_picture() throws Exception {
        ledger.photos(json(photo("pic", "m-1")));
        http.perform(put("/api/v1/photos/pic/preview")
                        .with(role("platform"))
                        .contentType(MediaType.IMAGE_PNG)
                        .content(Pictures.png(800, 600)))
                .andExpect(status().isNoContent());
        http.perform(put("/api/v1/photos/pic/preview")
                        .with(role("platform"))
                        .contentType(MediaType.IMAGE_PNG)
                        .content("<svg/>"))
                .andExpect(status().isUnprocessableContent());
        http.perform(put("/api/v1/photos/no-such/preview")
                        .with(role("platform"))
                        .contentType(MediaType.IMAGE_PNG)
                        .content(Pictures.png(8, 8)))
                .andExpect(status().isNotFound());
    }

    private static RequestPostProcessor role(String role) {
        return jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
