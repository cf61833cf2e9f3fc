package io.retrace.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.env.Environment;

/**
 * Where the embedded servers keep their data and which ports they take, all on the loopback interface.
 *
 * @param home folder of everything that is written at run time
 * @param keycloakHome unpacked Keycloak server
 * @param mailboxPort port of the page that shows the mails
 */
record EmbeddedSettings(
        @DefaultValue(".retrace") Path home,
        @DefaultValue(".retrace/" + KeycloakServer.FOLDER) Path keycloakHome,
        @Name("postgres-port") @DefaultValue("15432") int postgresPort,
        @Name("keycloak-port") @DefaultValue("8180") int keycloakPort,
        @Name("smtp-port") @DefaultValue("1025") int smtpPort,
        @Name("mailbox-port") @DefaultValue("8025") int mailboxPort) {

    static EmbeddedSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("retrace.embedded", EmbeddedSettings.class);
    }
}
