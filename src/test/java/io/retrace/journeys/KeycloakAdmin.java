package io.retrace.journeys;

import io.retrace.testing.RunningRetrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** What an administrator does at Keycloak, behind the portal’s back. */
final class KeycloakAdmin {

    private final RunningRetrace retrace;

    KeycloakAdmin(RunningRetrace retrace) {
        this.retrace = retrace;
    }

    /** Signs somebody out everywhere. */
    void endSessions(String username) {
        try (var keycloak = client()) {
            var users = keycloak.realm("retrace").users();
            var user = users.searchByUsername(username, true).getFirst();
            users.get(user.getId()).logout();
        }
    }

    private Keycloak client() {
        return KeycloakBuilder.builder()
                .serverUrl(retrace.keycloak())
                .realm("master")
                .clientId("admin-cli")
                .grantType(OAuth2Constants.PASSWORD)
                .username("admin")
                .password(secret("retrace.demo.keycloak-admin-password"))
                .build();
    }

    private String secret(String name) {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(retrace.home().resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }
}
