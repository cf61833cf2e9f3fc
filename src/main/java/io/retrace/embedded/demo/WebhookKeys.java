package io.retrace.embedded.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The portal’s public keys as it gave them at registration, one per company; how a trust list gets to the receiver. */
final class WebhookKeys {

    private final Path file;

    WebhookKeys(Path directory) {
        this.file = directory.resolve("webhook-keys.properties");
    }

    Optional<WebhookVerifier> of(DemoCompany company) {
        return Optional.ofNullable(read().getProperty(company.slug())).map(WebhookVerifier::new);
    }

    void keep(String slug, String key) {
        var keys = read();
        keys.setProperty(slug, key);
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                keys.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() {
        var keys = new Properties();
        if (!Files.exists(file)) return keys;
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            keys.load(in);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
