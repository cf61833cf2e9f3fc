package io.retrace.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a task holds in memory. */
final class LiveHeap {

    private LiveHeap() {}

    /**
     * Most bytes that were live at once during the task, over what is live without it. A full collection stops the task, so
     * there is a pause between two: without it the task would hardly run.
     */
    static long during(Report.Task task) throws Exception {
        long idle = live();
        var most = new AtomicLong();
        var watcher = Executors.newSingleThreadScheduledExecutor();
        watcher.scheduleWithFixedDelay(() -> most.accumulateAndGet(live(), Math::max), 0, 250, TimeUnit.MILLISECONDS);
        task.run();
        watcher.close();
        return most.get() - idle;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
