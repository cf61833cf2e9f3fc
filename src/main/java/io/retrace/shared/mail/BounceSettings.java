package io.retrace.shared.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code retrace.mail.bounces.*}: the mailbox that mails to our sender’s address arrive in, read by IMAP. Without a host none
 * is read.
 *
 * @param tls by IMAPS, with the server’s certificate checked
 * @param every pause between two looks
 */
@ConfigurationProperties("retrace.mail.bounces")
record BounceSettings(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("5m") Duration every) {}
