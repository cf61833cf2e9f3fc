package io.retrace.shared.mail;

import io.retrace.shared.ForModules;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Tells whoever sent a letter that it came back. */
@Service
@ForModules
public class Returns {

    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);

    private final BounceReport report;
    private final ObjectProvider<BounceTaker> takers;
    private final Clock clock;

    Returns(ObjectProvider<BounceTaker> takers, @Value("${retrace.mail.from}") String from, Clock clock)
            throws AddressException {
        var address = new InternetAddress(from, true).getAddress();
        this.report = new BounceReport(address.substring(address.indexOf('@') + 1));
        this.takers = takers;
        this.clock = clock;
    }

    /** Reads one mail that came in, at most its first 256 kB; false if it is no report about a letter of ours. */
    public boolean take(byte[] mail) {
        var bounce = read(mail);
        if (bounce.isEmpty()) return false;
        var now = clock.instant();
        return takers.stream().anyMatch(taker -> taker.take(bounce.get(), now));
    }

    private Optional<Bounce> read(byte[] mail) {
        try {
            return report.read(
                    mail.length > BounceReport.MOST_BYTES ? Arrays.copyOf(mail, BounceReport.MOST_BYTES) : mail);
        } catch (MessagingException | IOException e) {
            LOG.info(
                    "A mail that came in is no mail: {}; it is left as it is",
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            // the library reads what anybody may have sent us; what breaks it must not stop what comes after
            LOG.warn("A mail that came in broke its reader; it is left as it is", e);
        }
        return Optional.empty();
    }
}
