package io.retrace.partners;

import java.util.UUID;

/** What the queue keeps of a change whose values are to go. */
record SettingForgetJob(UUID change) {}
