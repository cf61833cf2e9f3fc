package io.retrace.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Passwords and keys of an embedded installation: drawn once, kept in a file that only its owner may read. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECRET_KEY = "retrace.secret-key";
    private static final String PORTAL = "retrace.keycloak.portal-secret";
    private static final String ADMIN = "retrace.keycloak.admin-secret";
    private static final String PLATFORM = "retrace.demo.platform-secret";
    private static final String COMPANY = "retrace.demo.company-secret";
    private static final String DEMO_PASSWORD = "retrace.demo.password";
    private static final String BOOTSTRAP = "retrace.demo.keycloak-admin-password";

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    static Secrets in(Path home) {
        var file = home.resolve("secrets.properties");
        try {
            var values = Files.exists(file) ? read(file) : new TreeMap<String, String>();
            if (values.putIfAbsent(SECRET_KEY, Base64.getEncoder().encodeToString(random(32))) == null) {
                for (var name : List.of(PORTAL, ADMIN, PLATFORM, COMPANY, BOOTSTRAP)) {
                    values.putIfAbsent(name, HexFormat.of().formatHex(random(24)));
                }
                values.putIfAbsent(DEMO_PASSWORD, "show-" + HexFormat.of().formatHex(random(6)));
                write(file, values);
            }
            return new Secrets(Map.copyOf(values));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    /** As Spring properties. */
    Map<String, String> properties() {
        return values;
    }

    /** As the environment that {@code keycloak/realm-retrace.json} names. */
    Map<String, String> forKeycloak(String portalUrl, String smtpHost, String smtpPort) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("RETRACE_PORTAL_URL", portalUrl);
        environment.put("RETRACE_PORTAL_SECRET", value(PORTAL));
        environment.put("RETRACE_ADMIN_SECRET", value(ADMIN));
        environment.put("RETRACE_PLATFORM_SECRET", value(PLATFORM));
        environment.put("RETRACE_COMPANY_SECRET", value(COMPANY));
        environment.put("RETRACE_DEMO_USERS", "true");
        environment.put("RETRACE_DEMO_PASSWORD", value(DEMO_PASSWORD));
        environment.put("RETRACE_SMTP_HOST", smtpHost);
        environment.put("RETRACE_SMTP_PORT", smtpPort);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", value(BOOTSTRAP));
        return environment;
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) throw new IllegalStateException(name + " is missing from secrets.properties");
        return value;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        var text = new StringBuilder("# Drawn at the first start. Whoever reads this can sign in as anybody here.\n");
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "secrets", ".tmp", ownerOnly);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
