package io.retrace.agents;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a signed message says, read only after its signature was found good. */
final class Claims {

    /** The protocol recommends ten minutes; its reference implementation sets fifteen. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // two readers must not read two things
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode json;

    private Claims(JsonNode json) {
        this.json = json;
    }

    static Claims read(byte[] message) {
        try {
            var json = JSON.readTree(message);
            if (!json.isObject()) throw new Refused(Flaw.NOT_JSON);
            return new Claims(json);
        } catch (JacksonException e) {
            throw new Refused(Flaw.NOT_JSON);
        }
    }

    /** The third to the sixth check of §3.07, in this order. */
    Claims mustBe(AgentId from, String business, Instant now) {
        if (!from.value().equals(text("agent-id"))) throw new Refused(Flaw.OTHER_AGENT);
        if (!business.equals(text("business-id"))) throw new Refused(Flaw.OTHER_BUSINESS);
        var issued = time("issued-at");
        if (issued == null || !now.isAfter(issued)) throw new Refused(Flaw.NOT_YET);
        var expires = time("expires-at");
        if (expires == null || !now.isBefore(expires)) throw new Refused(Flaw.EXPIRED);
        if (expires.isAfter(issued.plus(LONGEST))) throw new Refused(Flaw.VALID_TOO_LONG);
        return this;
    }

    /** Whether it says from when to when it is valid: a revocation of §2.04 need not. */
    boolean has(String name) {
        return json.has(name);
    }

    /** {@code null} if it is missing, or no text. */
    @Nullable
    String text(String name) {
        var value = json.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /** The end of its life; only after {@link #mustBe}. */
    Instant expires() {
        var expires = time("expires-at");
        if (expires == null) throw new IllegalStateException("not checked");
        return expires;
    }

    private @Nullable Instant time(String name) {
        var text = text(name);
        if (text == null || text.length() > 40) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
