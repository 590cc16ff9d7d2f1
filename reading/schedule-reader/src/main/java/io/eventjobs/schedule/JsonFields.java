package io.eventjobs.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of an object, as far as they are what they should be. Nothing here fails. */
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

    /** A field as an object; empty if it is none. */
    JsonFields in(String name) {
        return new JsonFields(node.path(name));
    }

    /** What is in this list, or in that field. */
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

    /** The fields of an object, in their order. */
    List<Map.Entry<String, JsonFields>> entries() {
        List<Map.Entry<String, JsonFields>> entries = new ArrayList<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> entries.add(Map.entry(entry.getKey(), new JsonFields(entry.getValue()))));
        }
        return entries;
    }

    /** The first of these fields that says something, as text. */
    @Nullable String text(String... names) {
        for (String name : names) {
            String text = in(name).text();
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** This as text: of texts by language the English one, else the first; of a thing its name. Null if it is none. */
    @Nullable String text() {
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
