package io.retrace.erasing;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down which step ran, and ends one of them the way a test says: after its work, before its commit. */
final class RunSteps implements BeanPostProcessor {

    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Ending> planned = new AtomicReference<>();

    private record Ending(String step, Runnable how) {}

    /** Once, when this step has done its work and nothing of it is committed. */
    void end(String step, Runnable how) {
        planned.set(new Ending(step, how));
    }

    /** In order, repetitions included; forgotten with the call. */
    List<String> ran() {
        var names = List.copyOf(ran);
        ran.clear();
        return names;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PersonalDataStep step ? new Watched(step) : bean;
    }

    private final class Watched implements PersonalDataStep {

        private final PersonalDataStep step;

        Watched(PersonalDataStep step) {
            this.step = step;
        }

        @Override
        public String name() {
            return step.name();
        }

        @Override
        public int order() {
            return step.order();
        }

        @Override
        public void erase(SubjectId subject) {
            step.erase(subject);
            ran.add(step.name());
            var ending = planned.get();
            if (ending != null && ending.step.equals(step.name()) && planned.compareAndSet(ending, null))
                ending.how.run();
        }

        @Override
        public boolean owed(SubjectId subject) {
            return step.owed(subject);
        }

        @Override
        public boolean waits() {
            return step.waits();
        }
    }
}
