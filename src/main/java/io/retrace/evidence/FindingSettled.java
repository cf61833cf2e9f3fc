package io.retrace.evidence;

import io.retrace.identity.Actor;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.time.Instant;

/**
 * A support lead has looked at a contradiction in the log, and signing goes on.
 *
 * @param finding its number
 * @param size of the checkpoint or tree that it is about
 * @param why digest of the note
 */
public record FindingSettled(long finding, Finding.Kind kind, long size, Sha256 why, Actor by, Instant occurredAt)
        implements DomainEvent {}
