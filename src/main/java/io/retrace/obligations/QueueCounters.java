package io.retrace.obligations;

/** Open requests by who we wait for, and those past their legal date. */
public record QueueCounters(int us, int company, int person, int pastLegalDate) {}
