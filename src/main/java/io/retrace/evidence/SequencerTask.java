package io.retrace.evidence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SequencerTask {

    /** About once a second; a run that fails changes nothing and the next one tries again. */
    @Bean
    RecurringTask<Void> evidenceSequencer(Sequencer sequencer) {
        return Tasks.recurring("evidence-sequencer", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> sequencer.run());
    }

    /** Each run is bounded; with some ten thousand leaves per run even a log of millions is gone through within hours. */
    @Bean
    RecurringTask<Void> evidenceWatch(LogWatch watch) {
        return Tasks.recurring("evidence-watch", FixedDelay.ofMinutes(1)).execute((instance, context) -> watch.run());
    }
}
