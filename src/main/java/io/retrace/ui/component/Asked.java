package io.retrace.ui.component;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.retrace.shared.Reference;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What the address asks for; whatever makes no sense counts as not asked. */
public record Asked(Map<String, String> values) {

    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    public static Asked of(Location location) {
        var values = new HashMap<String, String>();
        location.getQueryParameters().getParameters().forEach((name, given) -> {
            if (!given.getFirst().isBlank()) values.put(name, given.getFirst().strip());
        });
        return new Asked(values);
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** A day of these millennia, as calendars and PostgreSQL know them: {@code 2026-11-24}. */
    public Optional<LocalDate> day(String name) {
        try {
            return Optional.of(text(name)).filter(DAY.asMatchPredicate()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public OptionalLong number(String name) {
        var text = text(name);
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** As people write it: without regard to case. */
    public Optional<Reference> reference(String name) {
        try {
            return Optional.of(new Reference(text(name).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        try {
            return Optional.of(Enum.valueOf(type, text(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same values, for the address of another page or of a file. */
    public QueryParameters parameters() {
        return QueryParameters.simple(values);
    }
}
