package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import io.retrace.access.Member.Company;
import io.retrace.requests.RequestId;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A download over HTTP. */
class PackageDownloadModuleTest {

    private final AccessWorld world = AccessWorld.shared();
    private final Member ada = world.member(Locale.ENGLISH);
    private final MockHttpSession session = new MockHttpSession();
    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(world.packageController()).build();
    private PackageId id = new PackageId(new UUID(0, 0));
    private RequestId request = new RequestId(new UUID(0, 0));
    private byte[] zip = {};

    @BeforeEach
    void aCopyIsReady() {
        ada.photo(world.now().minus(Duration.ofDays(400)), "p-" + ada.ref());
        request = ada.asksForCopy(Company.register(world, "Lumen Vision"));
        world.runDue();
        id = world.newest(ada, request).id();
        zip = world.download(ada, id);
    }

    @Test
    @UseCase("UC-012/7")
    void it_comes_as_a_file_that_no_cache_keeps_and_no_browser_guesses_at() throws Exception {
        var answer = proved(get(path()));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(zip);
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment; filename=\"retrace-R-");
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.getHeader("Content-Length")).isEqualTo(String.valueOf(zip.length));
    }

    @Test
    @UseCase("UC-012/8")
    void any_parts_make_the_whole() throws Exception {
        var random = new Random(7);
        var whole = new ByteArrayOutputStream();
        while (whole.size() < zip.length) {
            int to = Math.min(zip.length - 1, whole.size() + random.nextInt(zip.length / 3 + 1));
            var part = proved(get(path()).header("Range", "bytes=" + whole.size() + "-" + to));
            assertThat(part.getStatus()).isEqualTo(206);
            assertThat(part.getHeader("Content-Range"))
                    .isEqualTo("bytes " + whole.size() + "-" + to + "/" + zip.length);
            whole.write(part.getContentAsByteArray());
        }
        assertThat(whole.toByteArray()).isEqualTo(zip);
        assertThat(world.newest(ada, request).downloads())
                .as("one here, one to compare with")
                .hasSize(2);
    }

    @Test
    @UseCase("UC-012/8")
    void an_interrupted_download_goes_on_when_the_proof_is_old_but_only_where_it_began() throws Exception {
        proved(get(path()).header("Range", "bytes=0-9"));
        var rest = signedIn(get(path()).session(session).header("Range", "bytes=10-"));
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(rest.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(zip, 10, zip.length));
        var elsewhere = signedIn(get(path()).session(new MockHttpSession()).header("Range", "bytes=10-"));
        assertThat(elsewhere.getStatus()).isEqualTo(403);
        assertThat(elsewhere.getContentAsByteArray()).isEmpty();
    }

    @Test
    @UseCase("UC-012/8")
    void a_part_of_another_version_is_never_mixed_in() throws Exception {
        var tag = Objects.requireNonNull(proved(get(path())).getHeader("ETag"));
        var same = proved(get(path()).header("Range", "bytes=5-9").header("If-Range", tag));
        assertThat(same.getStatus()).isEqualTo(206);
        var other = proved(get(path()).header("Range", "bytes=5-9").header("If-Range", "\"another\""));
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getContentAsByteArray()).isEqualTo(zip);
        var stale = signedIn(
                get(path()).session(session).header("Range", "bytes=5-9").header("If-Range", "\"another\""));
        assertThat(stale.getStatus()).as("the whole again is a new download").isEqualTo(403);
    }

    @Test
    void a_part_beyond_the_end_says_how_long_the_file_is() throws Exception {
        var answer = proved(get(path()).header("Range", "bytes=" + zip.length + "-"));
        assertThat(answer.getStatus()).isEqualTo(416);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes */" + zip.length);
    }

    @Test
    void a_look_is_no_download() throws Exception {
        var before = world.newest(ada, request).downloads().size();
        var answer = proved(head(path()));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Length")).isEqualTo(String.valueOf(zip.length));
        assertThat(world.newest(ada, request).downloads()).hasSize(before);
    }

    @Test
    @UseCase("UC-012/7")
    void without_a_fresh_proof_a_person_is_led_to_where_they_can_give_it() throws Exception {
        var answer = signedIn(get(path()));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).startsWith("/requests/R-");
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    @UseCase("UC-012/10")
    void foreign_unknown_and_senseless_are_one_answer() throws Exception {
        var bob = world.member(Locale.ENGLISH);
        for (var path : new String[] {path(), "/packages/" + UUID.randomUUID(), "/packages/x"}) {
            var answer = bob.proved(() -> perform(get(path)));
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getContentAsByteArray()).isEmpty();
            assertThat(answer.getHeaderNames()).doesNotContain("ETag", "Location");
        }
    }

    private String path() {
        return "/packages/" + id;
    }

    private MockHttpServletResponse proved(MockHttpServletRequestBuilder request) {
        return ada.proved(() -> perform(request.session(session).header("User-Agent", "Mozilla/5.0 (X11; Linux)")));
    }

    private MockHttpServletResponse signedIn(MockHttpServletRequestBuilder request) {
        return ada.signedIn(() -> perform(request));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
