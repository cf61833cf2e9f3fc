package io.retrace.delivery;

/** What the queue keeps of a test event. */
record TestEventJob(String messageId, int company) {}
