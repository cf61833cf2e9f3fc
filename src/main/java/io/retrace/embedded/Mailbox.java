package io.retrace.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Takes every mail by SMTP, keeps it as a file, and shows it on a small page. */
final class Mailbox implements AutoCloseable {

    private final GreenMail smtp;
    private final HttpServer pages;

    private Mailbox(GreenMail smtp, HttpServer pages) {
        this.smtp = smtp;
        this.pages = pages;
    }

    static Mailbox start(Path folder, int smtpPort, int pagePort) {
        Ports.requireFree(smtpPort, "the mailbox (SMTP)", "retrace.embedded.smtp-port");
        Ports.requireFree(pagePort, "the mailbox page", "retrace.embedded.mailbox-port");
        try {
            var mails = new MailFolder(folder);
            var pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
            pages.createContext("/", new MailPages(mails));
            pages.start();
            return new Mailbox(takeMails(mails, smtpPort), pages);
        } catch (IOException e) {
            throw new EmbeddedFailure("The mailbox could not be started.", "Set spring.mail.host to a mail server.", e);
        }
    }

    private static GreenMail takeMails(MailFolder mails, int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var smtp = new GreenMail(setup);
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.getUserManager().setMessageDeliveryHandler((mail, recipient) -> mails.keeper(recipient.getEmail()));
        smtp.start();
        return smtp;
    }

    @Override
    public void close() {
        smtp.stop();
        pages.stop(0);
    }
}
