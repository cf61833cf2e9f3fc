package io.retrace.shared.mail;

import io.retrace.shared.mail.Posted.Verdict;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads from a failed send whether the server will ever take the letter. */
final class SmtpReply {

    private SmtpReply() {}

    /**
     * A 5xx about the recipient or the content is final; about us, or anything else, it is not. Where no message failed, it was
     * the goodbye: the letter was taken, and sending it again for want of a farewell would go on for days.
     */
    static Posted in(MailException failure) {
        if (failure instanceof MailSendException send) {
            if (send.getFailedMessages().isEmpty()) return new Posted(Verdict.ACCEPTED, 250);
            for (var each : send.getMessageExceptions()) {
                var code = code(each);
                if (code != null) return new Posted(code >= 500 ? Verdict.REFUSED : Verdict.LATER, code);
            }
        }
        return new Posted(Verdict.LATER, null);
    }

    private static @Nullable Integer code(@Nullable Throwable failure) {
        if (failure == null) return null;
        // the address’s own reply stands deeper in the chain than the summary
        var deeper = failure instanceof MessagingException chained ? code(chained.getNextException()) : null;
        if (deeper != null) return deeper;
        var code = switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException content
            when !content.getCommand().startsWith("MAIL") -> content.getReturnCode();
            default -> null;
        };
        return code != null && code >= 400 ? code : null; // -1 is what the library says of a line that went dead
    }
}
