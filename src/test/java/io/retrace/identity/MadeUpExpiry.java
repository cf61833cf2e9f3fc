package io.retrace.identity;

/** The recurring job, when a test says so. */
public final class MadeUpExpiry {

    private MadeUpExpiry() {}

    public static void run(MadeUpPeople people) {
        ((SandboxPeople) people).expire();
    }
}
