package io.retrace.shared.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node at a time looks into the mailbox, if there is one. */
@Configuration
@ConditionalOnProperty("retrace.mail.bounces.host")
@EnableConfigurationProperties(BounceSettings.class)
class BounceTasks {

    @Bean
    Task<Void> readBounces(BounceSettings settings, Returns returns) {
        var mailbox = new BounceMailbox(settings, returns);
        return Tasks.recurring("read-bounces", Schedules.fixedDelay(settings.every()))
                .execute((task, context) -> look(mailbox));
    }

    private static void look(BounceMailbox mailbox) {
        try {
            mailbox.look();
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox of returned mails cannot be read; it is tried again", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The mailbox of returned mails went away; it is tried again", e);
        }
    }
}
