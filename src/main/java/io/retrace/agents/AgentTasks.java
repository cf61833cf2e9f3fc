package io.retrace.agents;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.retrace.agents.AgentJobs.FilingJob;
import io.retrace.shared.InTurns;
import io.retrace.shared.RetryLater;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AgentTasks {

    /** §3.02: what is over may be forgotten after 60 days. */
    private static final Duration KEPT = Duration.ofDays(60);

    @Bean
    Task<FilingJob> seekPerson(PersonSearch search) {
        return once(AgentJobs.SEEK, job -> search.seek(job.id()));
    }

    @Bean
    Task<FilingJob> lapseAgentRequest(Filings filings) {
        return once(AgentJobs.LAPSE, job -> filings.lapse(job.id()));
    }

    @Bean
    Task<FilingJob> tellAgent(AgentCallback callback) {
        return InTurns.task(AgentJobs.TELL, job -> callback.tell(job.id()));
    }

    @Bean
    Task<Void> forgetFilings(FilingRows filings, AgentRows agents, Clock clock) {
        return Tasks.recurring("forget-filings", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((task, context) -> {
                    filings.forget(clock.instant().minus(KEPT));
                    agents.forgetMessages(clock.instant().minus(Claims.LONGEST)); // another node’s clock may be slow
                });
    }

    private static Task<FilingJob> once(TaskDescriptor<FilingJob> kind, Consumer<FilingJob> work) {
        return Tasks.oneTime(kind)
                .onFailure(new RetryLater<>())
                .execute((instance, context) -> work.accept(instance.getData()));
    }
}
