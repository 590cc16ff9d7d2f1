package io.eventjobs.gateway.web;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON object and collects all faults, including unknown fields, instead of stopping at the first one. {@code null}
 * counts as absent.
 */
public final class FieldReader {
    /** MongoDB refuses the former, UTF-8 the latter. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private final ObjectNode node;
    private final String prefix;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();

    /** @param prefix path of the object in the body, with its dot: {@code jobs[3].} or empty */
    public FieldReader(ObjectNode node, String prefix, Faults faults) {
        this.node = node;
        this.prefix = prefix;
        this.faults = faults;
    }

    /** A non-blank string of at most this many characters; null if absent or invalid. */
    public @Nullable String text(String name, int maxLength) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            return faults.add(prefix + name, "must be a string");
        }
        String text = value.asString().strip();
        if (text.isEmpty()) {
            return faults.add(prefix + name, "must not be blank");
        }
        if (UNSTORABLE.matcher(text).find()) {
            return faults.add(prefix + name, "must not contain NUL or unpaired surrogates");
        }
        return text.length() <= maxLength
                ? text
                : faults.add(prefix + name, "must have at most " + maxLength + " characters, but has " + text.length());
    }

    /** As {@link #text}, but required; returns the empty string after adding a fault. */
    public String requiredText(String name, int maxLength) {
        boolean absent = !has(name);
        String text = text(name, maxLength);
        if (absent) {
            faults.add(prefix + name, "is required");
        }
        return text == null ? "" : text;
    }

    /** A string that satisfies a condition. */
    public @Nullable String text(String name, int maxLength, Predicate<String> condition, String allowed) {
        String text = text(name, maxLength);
        if (text != null && !condition.test(text)) {
            return faults.add(prefix + name, allowed);
        }
        return text;
    }

    public @Nullable Boolean bool(String name) {
        JsonNode value = take(name);
        if (value == null || value.isBoolean()) {
            return value == null ? null : Boolean.valueOf(value.asBoolean());
        }
        faults.add(prefix + name, "must be true or false");
        return null;
    }

    /** An integer within bounds. */
    public @Nullable Integer integer(String name, int min, int max) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < min || value.asInt() > max) {
            faults.add(prefix + name, "must be an integer between " + min + " and " + max);
            return null;
        }
        return value.asInt();
    }

    /** A list of non-blank strings. */
    public List<String> texts(String name, int max, int maxLength) {
        JsonNode value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ArrayNode array) || array.size() > max) {
            faults.add(prefix + name, "must be an array of at most " + max + " strings");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            if (!item.isString() || item.asString().isBlank() || item.asString().length() > maxLength) {
                faults.add(prefix + name + "[" + i + "]", "must be a string of 1 to " + maxLength + " characters");
            } else {
                texts.add(item.asString().strip());
            }
        }
        return texts;
    }

    public @Nullable ObjectNode object(String name) {
        JsonNode value = take(name);
        if (value == null || value instanceof ObjectNode) {
            return (ObjectNode) value;
        }
        faults.add(prefix + name, "must be an object");
        return null;
    }

    public @Nullable ArrayNode array(String name) {
        JsonNode value = take(name);
        if (value == null || value instanceof ArrayNode) {
            return (ArrayNode) value;
        }
        faults.add(prefix + name, "must be an array");
        return null;
    }

    /** Adds a fault to a field that was read. */
    public void fault(String name, String message) {
        faults.add(prefix + name, message);
    }

    /** Whether the field is present and not null; it then counts as read. */
    public boolean has(String name) {
        return take(name) != null;
    }

    /** Adds a fault for each field that was not read. Must be called last. */
    public void refuseOthers() {
        for (String name : node.propertyNames()) {
            if (!read.contains(name)) {
                faults.unknown(prefix + name);
            }
        }
    }

    private @Nullable JsonNode take(String name) {
        read.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** The faults of a request. */
    public static final class Faults {
        private static final int MAX_FAULTS = 200;

        private final List<FieldFault> faults = new ArrayList<>();
        private int unknown;

        /** Adds a fault and returns null, for use as the value. */
        public <T> @Nullable T add(String field, String message) {
            if (faults.size() < MAX_FAULTS) {
                faults.add(new FieldFault(field, message));
            }
            return null;
        }

        void unknown(String field) {
            add(field, "unknown field");
            unknown++;
        }

        public boolean isEmpty() {
            return faults.isEmpty();
        }

        /** @throws ApiException with all faults, if there are any */
        public void refuseIfAny() {
            if (!faults.isEmpty()) {
                throw refusal();
            }
        }

        /** The exception with all faults; there must be at least one. */
        public ApiException refusal() {
            ErrorCode code = unknown == faults.size() ? ErrorCode.UNKNOWN_FIELD : ErrorCode.VALIDATION_FAILED;
            FieldFault first = faults.getFirst();
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            return new ApiException(code, first.field() + ": " + first.message() + more, faults);
        }
    }
}
