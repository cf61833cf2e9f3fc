package io.retrace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class QueueSettingsTest {

    /** A worker is dead after so many missed heartbeats; the queue looks for the dead every second heartbeat. */
    @Test
    void work_of_a_dead_worker_is_taken_up_within_a_minute() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .getFirst();
        var heartbeat = DurationStyle.detectAndParse(text(settings, "db-scheduler.heartbeat-interval"));
        int missed = Integer.parseInt(text(settings, "db-scheduler.missed-heartbeats-limit"));
        assertThat(heartbeat.multipliedBy(missed + 2)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    private static String text(PropertySource<?> settings, String name) {
        return String.valueOf(settings.getProperty(name));
    }
}
