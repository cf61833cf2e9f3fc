package io.retrace.erasing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retrace.testing.MovableClock;
import io.retrace.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What outlives a start of the portal: its database, its folder, Keycloak and people’s mailboxes. */
final class World implements AutoCloseable {

    final KeycloakStandIn keycloak = new KeycloakStandIn();
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final MovableClock clock = new MovableClock();
    final RunSteps steps = new RunSteps();
    final Path home;
    private final Map<String, String> database = new LinkedHashMap<>();

    World() {
        mail.start();
        TestDatabase.register((name, value) -> database.put(name, String.valueOf(value.get())));
        try {
            home = Files.createTempDirectory("erasing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keycloak.account(TwoPeople.ADA, "Adelheid Kanarek", "adelheid.kanarek@member.example");
        keycloak.account(TwoPeople.BEN, "Ben", "ben@member.example");
    }

    Portal start(Class<?>... added) {
        return Portal.start(settings(), clock, steps, added);
    }

    /** The same with another database, such as a copy from before. */
    Portal startOn(String url) {
        var other = settings();
        other.put("spring.datasource.url", url);
        return Portal.start(other, clock, steps);
    }

    /** What the portal has to be told. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<>(database);
        settings.put("retrace.portal-url", "https://retrace.example");
        settings.put("retrace.keycloak.url", keycloak.url());
        settings.put("retrace.keycloak.portal-secret", "x");
        settings.put("retrace.keycloak.admin-secret", "x");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.getSmtp().getPort()));
        settings.put("retrace.journal", journal().toString());
        settings.put("retrace.ledger.thumbnails", home.resolve("thumbnails").toString());
        settings.put("retrace.access.files", home.resolve("company-files").toString());
        settings.put("retrace.packages.folder", home.resolve("packages").toString());
        settings.put("retrace.ledger.media-store", "https://media.example/photos/");
        settings.put("logging.level.com.icegreen", "off"); // the mail server of the test, not of the portal
        settings.put("logging.file.name", home.resolve("portal.log").toString());
        return settings;
    }

    /** A copy of the files of the database as they are now, as a backup makes it; nobody may be connected. */
    String backUp() {
        return TestDatabase.copyOf(String.valueOf(database.get("spring.datasource.url")));
    }

    Path journal() {
        return home.resolve("journal/erasures");
    }

    @Override
    public void close() {
        keycloak.close();
        mail.stop();
    }
}
