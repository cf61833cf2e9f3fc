package io.retrace.evidence;

import static io.retrace.evidence.EvidenceFixture.box;
import static io.retrace.evidence.EvidenceFixture.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.testing.TestDatabase;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogIdentityModuleTest {

    private final DataSource dataSource = TestDatabase.fresh();

    @Test
    void the_key_of_the_first_start_is_the_key_of_every_later_one() {
        var first = key(identity(dataSource, box(1), "", ""));
        assertThat(first.name()).isEqualTo("portal.example/retrace/log");
        assertThat(key(identity(dataSource, box(1), "", ""))).isEqualTo(first);
    }

    @Test
    void several_nodes_at_their_first_start_agree_on_one_key() throws Exception {
        Set<VerifierKey> keys = new HashSet<>();
        try (var nodes = Executors.newFixedThreadPool(6)) {
            Callable<VerifierKey> start = () -> key(identity(dataSource, box(1), "", ""));
            for (var node :
                    nodes.invokeAll(Stream.generate(() -> start).limit(6).toList())) keys.add(node.get());
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void the_stored_key_opens_with_the_secret_key_only() {
        identity(dataSource, box(1), "", "");
        assertThatThrownBy(() -> identity(dataSource, box(2), "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retrace.secret-key is not the one that sealed it");
    }

    @Test
    void a_key_given_by_property_signs_and_its_private_half_is_not_stored() {
        var pair = SigningKeyPair.generate();
        var property = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        var given = key(identity(dataSource, box(1), "log.example", property));
        assertThat(given).isEqualTo(VerifierKey.of("log.example", pair.getPublic()));
        assertThat(key(identity(dataSource, box(1), "log.example", property))).isEqualTo(given);
        var jdbc = JdbcClient.create(dataSource);
        assertThat(jdbc.sql("select count(*) from evidence_key")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from evidence_key where sealed_key is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64!", "AAAA", "MC4CAQAwBQYDK2VwBCIEIA=="})
    void an_unusable_property_is_refused_without_showing_it(String property) {
        assertThatThrownBy(() -> identity(dataSource, box(1), "", property))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retrace.evidence.signing-key is not an Ed25519 private key (PKCS#8 in Base64)");
    }

    @Test
    void a_log_keeps_its_name() {
        identity(dataSource, box(1), "log.example", "");
        assertThat(key(identity(dataSource, box(1), "", "")).name()).isEqualTo("log.example");
        assertThatThrownBy(() -> identity(dataSource, box(1), "other.example", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this log began as log.example");
    }

    private static VerifierKey key(LogIdentity identity) {
        return identity.signer().verifierKey();
    }
}
