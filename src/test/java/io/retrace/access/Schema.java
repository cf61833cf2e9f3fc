package io.retrace.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Checks a document against a JSON Schema (2020-12): the part of it that our schemas use. Anything else in a schema fails, so
 * that no rule is passed over in silence.
 */
record Schema(JsonNode root) {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "title",
            "description",
            "type",
            "additionalProperties",
            "required",
            "properties",
            "items",
            "const",
            "enum",
            "pattern",
            "format",
            "anyOf");

    List<String> faults(JsonNode document) {
        var faults = new ArrayList<String>();
        check(root, document, "$", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.propertyNames().forEach(word -> {
            if (!KNOWN.contains(word)) faults.add("the schema says “" + word + "”, which nobody checks");
        });
        if (schema.has("$ref")) check(referred(schema.get("$ref").asString()), value, at, faults);
        if (schema.has("anyOf")) anyOf(schema.get("anyOf"), value, at, faults);
        if (schema.has("const") && !schema.get("const").equals(value))
            faults.add(at + " is not " + schema.get("const"));
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals))
            faults.add(at + " is none of " + schema.get("enum") + ": " + value);
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            faults.add(at + " is no " + schema.get("type") + ": " + value);
            return;
        }
        if (value.isString()) text(schema, value.asString(), at, faults);
        if (value.isObject()) object(schema, value, at, faults);
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) check(schema.get("items"), value.get(i), at + "[" + i + "]", faults);
        }
    }

    private JsonNode referred(String pointer) {
        return root.at(pointer.substring(1));
    }

    private void anyOf(JsonNode choices, JsonNode value, String at, List<String> faults) {
        var fits = choices.valueStream().anyMatch(choice -> {
            var own = new ArrayList<String>();
            check(choice, value, at, own);
            return own.isEmpty();
        });
        if (!fits) faults.add(at + " fits none of " + choices.size());
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("required"))
            schema.get("required").forEach(name -> {
                if (!value.has(name.asString())) faults.add(at + " lacks " + name);
            });
        var properties = schema.get("properties");
        value.propertyNames().forEach(name -> {
            if (properties != null && properties.has(name)) {
                check(properties.get(name), value.get(name), at + "." + name, faults);
            } else if (schema.has("additionalProperties")) {
                faults.add(at + " has " + name + ", which the schema does not know");
            }
        });
    }

    private static void text(JsonNode schema, String text, String at, List<String> faults) {
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asString())
                        .matcher(text)
                        .find()) faults.add(at + " does not match: " + text);
        if (!schema.has("format")) return;
        try {
            switch (schema.get("format").asString()) {
                case "date-time" -> Instant.parse(text);
                case "date" -> LocalDate.parse(text);
                case "uuid" -> UUID.fromString(text);
                default -> faults.add("unknown format " + schema.get("format"));
            }
        } catch (RuntimeException e) {
            faults.add(at + " is no " + schema.get("format") + ": " + text);
        }
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) return type.valueStream().anyMatch(one -> hasType(one, value));
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
