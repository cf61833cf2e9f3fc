package io.retrace.agents;

import java.util.UUID;

/** Names what an agent filed; the protocol’s {@code request_id}. Not the id of a request of ours. */
public record FilingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
