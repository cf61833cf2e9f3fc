package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.EmailAddress;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Canonical JSON (RFC 8785) of what an event says: one member per record component. A record of one component stands for
 * its value, so an id reads as an id; nothing is left out and nothing is guessed — a type without a rule here is refused.
 */
final class EventBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Beyond it canonical JSON, whose numbers are doubles, would round. */
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private EventBody() {}

    static byte[] of(DomainEvent event) {
        if (!(event instanceof Record theRecord)) {
            throw new IllegalArgumentException(event.getClass().getName() + " is an event but no record");
        }
        return canonical(members(theRecord));
    }

    static byte[] canonical(Map<String, ?> json) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("JSON that we wrote ourselves does not parse", e);
        }
    }

    private static Map<String, @Nullable Object> members(Record value) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var component : value.getClass().getRecordComponents()) {
            members.put(component.getName(), json(read(component, value)));
        }
        return members;
    }

    private static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case EmailAddress ignored -> throw new IllegalArgumentException("an event carries ids, never an address");
            case String text -> text;
            case Boolean flag -> flag;
            case Integer number -> number;
            case Short number -> number;
            case Long number -> exact(number);
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case Instant instant -> instant.toString();
            case LocalDate date -> date.toString();
            case Duration duration -> duration.toString();
            case URI uri -> uri.toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Optional<?> optional -> json(optional.orElse(null));
            case Set<?> set ->
                set.stream().map(EventBody::json).sorted(EventBody::byText).toList();
            case Collection<?> list -> list.stream().map(EventBody::json).toList();
            case Map<?, ?> map -> members(map);
            case Record wrapper
            when wrapper.getClass().getRecordComponents().length == 1 ->
                json(read(wrapper.getClass().getRecordComponents()[0], wrapper));
            case Record nested -> members(nested);
            default ->
                throw new IllegalArgumentException(
                        "no rule for " + value.getClass().getName() + " in an event");
        };
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> members.put(String.valueOf(json(key)), json(value)));
        return members;
    }

    private static long exact(long number) {
        if (number > LARGEST_EXACT || number < -LARGEST_EXACT)
            throw new IllegalArgumentException(number + " has no exact number in canonical JSON");
        return number;
    }

    private static int byText(@Nullable Object one, @Nullable Object other) {
        return JSON.writeValueAsString(one).compareTo(JSON.writeValueAsString(other));
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
