package io.retrace.delivery;

import java.util.UUID;

/** What the queue keeps of a replay: its id. */
record ReplayJob(UUID replay) {}
