package io.retrace.bench;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A mail server on this machine that takes every mail, counts it and forgets it. */
final class MailSink implements AutoCloseable {

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable MimeMessage> latest = new AtomicReference<>();

    MailSink() {
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.getUserManager().setMessageDeliveryHandler((mail, recipient) -> account());
        smtp.start();
    }

    int port() {
        return smtp.getSmtp().getPort();
    }

    /** How many mails it took since the last time it was asked to {@link #forget}. */
    int taken() {
        return taken.get();
    }

    /** How many different ones. */
    int different() {
        return ids.size();
    }

    void forget() {
        taken.set(0);
        ids.clear();
    }

    MimeMessage latest() {
        return Objects.requireNonNull(latest.get(), "no mail came");
    }

    @Override
    public void close() {
        smtp.stop();
    }

    /** GreenMail’s idea of an account, of which only the delivery is used. */
    private GreenMailUser account() {
        return (GreenMailUser) Proxy.newProxyInstance(
                GreenMailUser.class.getClassLoader(),
                new Class<?>[] {GreenMailUser.class},
                (self, method, arguments) -> {
                    for (var argument : arguments == null ? new Object[0] : arguments) {
                        if (argument instanceof MovingMessage mail) take(mail.getMessage());
                    }
                    return null;
                });
    }

    private void take(MimeMessage mail) throws MessagingException {
        taken.incrementAndGet();
        ids.add(mail.getMessageID());
        latest.set(mail);
    }
}
