package io.eventjobs.schedule;

import io.eventjobs.encoding.Surrogates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lenient access to the fields of a JSON value: a missing or mistyped field is empty, never an error. */
record JsonFields(JsonNode node) {
    boolean has(String name) {
        return node.isObject() && node.path(name).isContainer();
    }

    boolean isList() {
        return node.isArray();
    }

    boolean isObject() {
        return node.isObject();
    }

    /** A field as an object; empty if missing. */
    JsonFields in(String name) {
        return new JsonFields(node.path(name));
    }

    /** The elements of this array; empty if it is not an array. */
    List<JsonFields> all() {
        List<JsonFields> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> all.add(new JsonFields(item)));
        }
        return all;
    }

    List<JsonFields> all(String name) {
        return in(name).all();
    }

    /** The fields of this object in order; empty if it is not an object. */
    List<Map.Entry<String, JsonFields>> entries() {
        List<Map.Entry<String, JsonFields>> entries = new ArrayList<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> entries.add(Map.entry(entry.getKey(), new JsonFields(entry.getValue()))));
        }
        return entries;
    }

    /** The first non-blank field of these, as text. */
    @Nullable String text(String... names) {
        for (String name : names) {
            String text = in(name).text();
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The value as text, without halves of surrogate pairs, which escapes may name. Of an object with texts by language the English text, else its name or first text. Null if there is no text. */
    @Nullable String text() {
        String text = anyText();
        return text == null ? null : Surrogates.replaceUnpaired(text);
    }

    private @Nullable String anyText() {
        if (node.isString() || node.isNumber()) {
            String text = node.asString();
            return text.isBlank() ? null : text;
        }
        if (!node.isObject()) {
            return null;
        }
        for (String key : List.of("en", "name", "title", "public_name")) {
            if (node.path(key).isString() && !node.path(key).asString().isBlank()) {
                return node.path(key).asString();
            }
        }
        for (JsonNode value : node) {
            if (value.isString() && !value.asString().isBlank()) {
                return value.asString();
            }
        }
        return null;
    }

    boolean isTrue(String name) {
        return node.path(name).isBoolean() && node.path(name).asBoolean();
    }
}
