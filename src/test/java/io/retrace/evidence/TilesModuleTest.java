package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.MerkleProof;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The log over HTTP, as a stranger sees it, through the portal’s own security. */
@SpringBootTest
@AutoConfigureMockMvc
class TilesModuleTest {

    private static final String BUNDLE = "/log/tile/entries/000";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Sequencer sequencer;

    @Autowired
    private EvidenceLog log;

    @Autowired
    private MockMvcTester web;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeEach
    void grow() {
        if (log.size() == 0) append(3);
    }

    /** Sizes around the borders of tiles, then at random: each time root and proofs come out of tiles alone. */
    @Test
    @UseCase("UC-009/6")
    void a_reader_of_tiles_rebuilds_the_signed_root_and_any_inclusion_proof() throws VerificationException {
        var random = new Random(9162);
        for (int more : new int[] {1, 251, 1, 1, 254, 2, 700, 64_000 - 1213, 1_536, 1 + random.nextInt(3_000)}) {
            append(more);
            var head = head();
            var reader = new TileReader(this::unzipped, head.size());
            assertThat(reader.root(0, head.size())).as("of %s", head.size()).isEqualTo(head.root());
            for (int i = 0; i < 20; i++) {
                long index = i == 0 ? 0 : i == 1 ? head.size() - 1 : random.nextLong(head.size());
                var leaf = TileReader.sha256(new byte[1], reader.entry(index));
                assertThat(MerkleProof.includes(
                                leaf, index, head.size(), reader.inclusion(index, 0, head.size()), head.root()))
                        .as("leaf %s of %s", index, head.size())
                        .isTrue();
            }
        }
    }

    @Test
    void a_tile_is_bytes_that_anybody_may_keep_for_good() {
        assertThat(web.get().uri("/log/tile/0/000.p/3"))
                .hasStatusOk()
                .hasContentType("application/octet-stream")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
        assertThat(fetch("/log/tile/0/000.p/3")).hasSize(96);
    }

    @Test
    @UseCase("UC-009/6")
    void entries_go_out_compressed_to_whoever_takes_that_and_are_the_same() throws IOException {
        append(300);
        for (var asked : List.of("gzip", "br;q=1.0, gzip;q=0.8, *;q=0.1", "deflate,GZIP")) {
            var answer = web.get()
                    .uri(BUNDLE)
                    .header(HttpHeaders.ACCEPT_ENCODING, asked)
                    .exchange();
            assertThat(answer)
                    .hasStatusOk()
                    .hasContentType("application/octet-stream")
                    .hasHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .hasHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            var sent = answer.getResponse().getContentAsByteArray();
            assertThat(sent.length).isLessThan(fetch(BUNDLE).length / 2);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
                    .isEqualTo(fetch(BUNDLE));
        }
        for (var asked : List.of("identity", "gzip;q=0", "gzip;q=0.0, br", "xgzip")) {
            var answer = web.get()
                    .uri(BUNDLE)
                    .header(HttpHeaders.ACCEPT_ENCODING, asked)
                    .exchange();
            assertThat(answer).doesNotContainHeader(HttpHeaders.CONTENT_ENCODING);
            assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(fetch(BUNDLE));
        }
        var hashes = web.get()
                .uri("/log/tile/0/000")
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                .exchange();
        assertThat(hashes).doesNotContainHeader(HttpHeaders.CONTENT_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/999",
                "0/x999/999",
                "5/000.p/1",
                "entries/x999/000.p/1",
                "0/000.p/256",
                "0/x000/000.p/3",
                "0",
                "",
                "entries",
                "63/000",
                "0/000.p/3/",
                "data/000.p/3"
            })
    void what_is_beyond_the_signed_tree_or_misspelled_is_not_there(String path) {
        assertThat(web.get().uri("/log/tile/" + path)).hasStatus(404);
    }

    @Test
    void a_leaf_that_no_checkpoint_covers_is_in_no_tile() {
        long size = log.size();
        jdbc.sql("insert into evidence_leaf (entry) values ('waiting')").update();
        var width = size % 256 + 1;
        assertThat(web.get().uri("/log/tile/entries/" + number(size / 256) + ".p/" + width))
                .hasStatus(404);
        sequencer.run();
        assertThat(fetch("/log/tile/entries/" + number(size / 256) + ".p/" + width))
                .endsWith("waiting".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String number(long tile) {
        return "%03d".formatted(tile);
    }

    private void append(int leaves) {
        jdbc.sql("""
                        insert into evidence_leaf (entry)
                        select convert_to(repeat('{' || n || '}', 1 + n % 40), 'UTF8') from generate_series(1, ?) n""").param(leaves).update();
        sequencer.run();
    }

    private Checkpoint head() throws VerificationException {
        var key = VerifierKey.parse(log.verifierKey());
        return Checkpoint.open(log.checkpoint().orElseThrow(), key.name(), List.of(key));
    }

    /** As clients do that the specification has in mind. */
    private byte[] unzipped(String path) {
        var answer =
                web.get().uri(path).header(HttpHeaders.ACCEPT_ENCODING, "gzip").exchange();
        assertThat(answer).as(path).hasStatusOk();
        var sent = answer.getResponse().getContentAsByteArray();
        if (!"gzip".equals(answer.getResponse().getHeader(HttpHeaders.CONTENT_ENCODING))) return sent;
        try {
            return new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] fetch(String path) {
        var answer = web.get().uri(path).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
