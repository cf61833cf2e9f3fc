package io.retrace.delivery;

import java.util.UUID;

/** What the queue keeps of a mail that was asked for on a link’s page: an id, and no code. */
record LinkMailJob(UUID mail) {}
