package io.retrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Further members in the real Keycloak, for tests that need more than the demo has. */
public final class NewMembers {

    private final RunningRetrace retrace;

    public NewMembers(RunningRetrace retrace) {
        this.retrace = retrace;
    }

    /** An account with everybody’s password; gives its user name. */
    public String join(String memberRef) {
        try (var keycloak = administrator()) {
            var realm = keycloak.realm("retrace");
            try (var answer = realm.users().create(account(memberRef))) {
                var id = CreatedResponseUtil.getCreatedId(answer);
                var role = realm.roles().get("member").toRepresentation();
                realm.users().get(id).roles().realmLevel().add(List.of(role));
            }
            return memberRef + "@member.example";
        }
    }

    /** Whether Keycloak still has the account. */
    public boolean has(String username) {
        try (var keycloak = administrator()) {
            return !keycloak.realm("retrace")
                    .users()
                    .searchByUsername(username, true)
                    .isEmpty();
        }
    }

    private UserRepresentation account(String memberRef) {
        var password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(retrace.password());
        var user = new UserRepresentation();
        user.setUsername(memberRef + "@member.example");
        user.setEmail(user.getUsername());
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setFirstName("Mem");
        user.setLastName("Ber");
        user.setAttributes(Map.of("member_ref", List.of(memberRef)));
        user.setCredentials(List.of(password));
        return user;
    }

    private Keycloak administrator() {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(retrace.home().resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return KeycloakBuilder.builder()
                .serverUrl(retrace.keycloak())
                .realm("master")
                .clientId("admin-cli")
                .username("admin")
                .password(secrets.getProperty("retrace.demo.keycloak-admin-password"))
                .build();
    }
}
