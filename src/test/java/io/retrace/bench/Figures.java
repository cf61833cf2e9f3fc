package io.retrace.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One contender’s rounds. */
final class Figures {

    private final String name;
    private final List<Double> values = new ArrayList<>();

    Figures(String name) {
        this.name = name;
    }

    void add(double value) {
        values.add(value);
    }

    String name() {
        return name;
    }

    double median() {
        return quantile(0.5);
    }

    double quantile(double share) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    /** (max − min) ÷ median: above a quarter the machine was busy with something else. */
    double spread() {
        return (Collections.max(values) - Collections.min(values)) / median();
    }

    Map<String, Object> json(boolean named) {
        var json = new LinkedHashMap<String, Object>();
        if (named) json.put("name", name);
        json.put("median", round(median()));
        json.put("min", round(Collections.min(values)));
        json.put("max", round(Collections.max(values)));
        return json;
    }

    String row(String unit) {
        return String.format(
                Locale.ROOT,
                "%-34s %,12.2f %s  (%,.2f – %,.2f)",
                name,
                median(),
                unit,
                Collections.min(values),
                Collections.max(values));
    }

    static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
