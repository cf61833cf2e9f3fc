package io.retrace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.MerkleRoot;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The evidence log as everybody reads it: signed notes, held against the leaves that are stored. */
public final class PublicLog {

    private final RunningRetrace retrace;

    public PublicLog(RunningRetrace retrace) {
        this.retrace = retrace;
    }

    /** The latest checkpoint, its signature verified. */
    public Checkpoint checkpoint() {
        var note = get("/log/checkpoint");
        try {
            var key = VerifierKey.parse(new RunningDatabase(retrace)
                    .jdbc()
                    .sql("select verifier_key from evidence_key order by no desc limit 1")
                    .query(String.class)
                    .single());
            return Checkpoint.open(note, key.name(), List.of(key));
        } catch (VerificationException e) {
            throw new AssertionError(note, e);
        }
    }

    /** Asserts that the leaves stored now still begin with exactly those that this checkpoint committed to. */
    public void stillHolds(Checkpoint earlier) {
        var leaves = new RunningDatabase(retrace)
                .jdbc()
                .sql("select entry from evidence_leaf where position < :size order by position")
                .param("size", earlier.size())
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(leaves).hasSize(Math.toIntExact(earlier.size()));
        assertThat(MerkleRoot.of(leaves.stream())).isEqualTo(earlier.root());
    }

    private String get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(retrace.portal() + path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
