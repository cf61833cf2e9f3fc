package io.retrace.partners;

import java.util.UUID;

/** What the queue keeps of a mail about a setting: an id, and no address, value or link. */
record SettingMailJob(UUID mail) {}
