package io.retrace.access;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.access.PackageJobs.PackageTask;
import io.retrace.shared.RetryLater;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers of {@link PackageJobs}; each may run twice and starts over when its worker died. */
@Configuration
class PackageTasks {

    @Bean
    Task<PackageTask> makePackage(Packer packer) {
        return Tasks.oneTime(PackageJobs.MAKE).onFailure(new RetryLater<>()).execute((instance, context) -> {
            try {
                packer.make(instance.getData().id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Bean
    Task<PackageTask> expirePackage(PackageLife life, PackageStore store) {
        return Tasks.oneTime(PackageJobs.EXPIRE).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var id = instance.getData().id();
            life.expire(id); // first the key: from here on the file is noise
            try {
                store.destroy(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
