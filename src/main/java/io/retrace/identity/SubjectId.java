package io.retrace.identity;

import java.util.UUID;

/** The person a record is about (data subject, GDPR Art. 4(1)), by an id that means nothing outside Retrace. */
public record SubjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
