package io.retrace.shared;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The one durable queue: task data are small JSON records of ids, readable in the table and across releases. */
@Configuration
class QueueConfiguration {

    @Bean
    Serializer queueSerializer() {
        return new Jackson3Serializer();
    }

    @Bean
    DbSchedulerCustomizer queueCustomizer(Serializer queueSerializer) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(queueSerializer);
            }
        };
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock dbSchedulerClock(Clock clock) {
        return clock::instant;
    }

    /**
     * What services schedule with, inside their own transaction. Apart from the {@code Scheduler}, which needs every task
     * and so, through the handlers, the very services that schedule.
     */
    @Bean
    @Primary
    SchedulerClient queue(DataSource dataSource, Serializer queueSerializer) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .serializer(queueSerializer)
                .enablePriority()
                .build();
    }
}
