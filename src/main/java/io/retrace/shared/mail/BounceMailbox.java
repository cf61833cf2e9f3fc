package io.retrace.shared.mail;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox by IMAP (RFC 9051). A mail is marked as seen once what follows from it is committed, so a crash reads
 * it again; none is deleted, that is for whoever keeps the mailbox.
 */
final class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int AT_ONCE = 100;

    private final BounceSettings settings;
    private final Returns returns;

    BounceMailbox(BounceSettings settings, Returns returns) {
        this.settings = settings;
        this.returns = returns;
    }

    /** Reads what nobody has seen yet, a hundred at most. Throws if the mailbox cannot be reached: the next look tries again. */
    void look() throws MessagingException, IOException {
        try (var store = Session.getInstance(properties()).getStore(protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                read(folder);
            }
        }
    }

    private void read(Folder folder) throws MessagingException, IOException {
        var unseen = folder.search(new FlagTerm(new Flags(Flag.SEEN), false));
        int ours = 0;
        for (var message : Arrays.copyOf(unseen, Math.min(unseen.length, AT_ONCE))) {
            if (returns.take(beginning((IMAPMessage) message))) ours++;
            message.setFlag(Flag.SEEN, true);
        }
        if (unseen.length > 0) LOG.info("{} mails came in, {} of them about letters of ours", unseen.length, ours);
    }

    /** Fetched in pieces, so of a huge mail no more than this crosses the wire. */
    private static byte[] beginning(IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        try (var in = message.getMimeStream()) {
            return in.readNBytes(BounceReport.MOST_BYTES);
        }
    }

    private String protocol() {
        return settings.tls() ? "imaps" : "imap";
    }

    private Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + protocol() + ".";
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + limit, "20000"); // none is limited by default
        }
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "partialfetch", "true");
        return properties;
    }
}
