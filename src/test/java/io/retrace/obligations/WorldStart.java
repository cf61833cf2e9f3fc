package io.retrace.obligations;

import io.retrace.erasing.KeycloakStandIn;
import io.retrace.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the services of a {@link World} on a database of their own. */
final class WorldStart {

    private WorldStart() {}

    static ConfigurableApplicationContext now(KeycloakStandIn keycloak) {
        var properties = new HashMap<String, Object>();
        TestDatabase.register((name, value) -> properties.put(name, String.valueOf(value.get())));
        properties.put("retrace.portal-kind", "demo"); // has real and made-up people
        properties.put("retrace.access.files", folder());
        properties.put("retrace.access.intake.file", "1MB");
        properties.put("retrace.access.intake.files", "40");
        properties.put("retrace.keycloak.internal-url", keycloak.url());
        properties.put("retrace.keycloak.portal-secret", "x");
        properties.put("retrace.keycloak.admin-secret", "x");
        return new SpringApplicationBuilder(WorldConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    private static String folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "company-files").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
