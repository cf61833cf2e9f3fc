package io.retrace.testing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One row of what our mail server does, in force until it is closed. */
public final class MailFault implements AutoCloseable {

    private static final String PATIENCE = "retrace.mail.patience-seconds";
    private static @Nullable TlsServers tls;

    private final GrumpySmtp server;
    private final JavaMailSenderImpl smtp;

    public MailFault(String fault, JavaMailSender sender) throws IOException, GeneralSecurityException {
        var secure = fault.contains("certificate");
        server = new GrumpySmtp(fault, secure ? servers().server("self") : null);
        if (fault.equals("is not there")) server.close();
        smtp = (JavaMailSenderImpl) sender;
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "800");
        properties.put("mail.smtp.timeout", "800");
        properties.put("mail.smtp.writetimeout", "800");
        properties.put("mail.smtp.starttls.enable", true);
        properties.put("mail.smtp.starttls.required", secure || fault.contains("TLS"));
        smtp.setJavaMailProperties(properties);
        smtp.setPort(server.port());
    }

    /** Before the world is made: a letter may take three seconds, and not half a minute. */
    public static void beImpatient() {
        System.setProperty(PATIENCE, "3");
    }

    public static void bePatient() {
        System.clearProperty(PATIENCE);
    }

    /** The faults of the table, each with what it comes to in this column. */
    public static List<List<String>> rows(int column) {
        return FaultTable.under("Our mail server").stream()
                .map(row -> List.of(row.get(0), row.get(column)))
                .toList();
    }

    public List<String> mails() {
        return server.mails();
    }

    /** Behaves from now on, if it is there. */
    public void mends() {
        server.will("takes what it gets");
        var properties = smtp.getJavaMailProperties();
        properties.put("mail.smtp.starttls.enable", false);
        properties.put("mail.smtp.starttls.required", false);
        smtp.setJavaMailProperties(properties); // which forgets the session of before
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static synchronized TlsServers servers() throws IOException {
        if (tls == null) tls = new TlsServers();
        return tls;
    }
}
