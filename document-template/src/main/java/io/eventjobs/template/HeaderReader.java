package io.eventjobs.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one map of a header and collects its errors. */
final class HeaderReader {
    private static final int MAX_ANSWER_LENGTH = 8_000;
    private static final int MAX_ITEMS = 30;
    private static final int MAX_CHOICES = 30;
    private static final int MAX_CHOICE_LENGTH = 80;
    private static final int MAX_NUMBER = 1_000_000;

    private final String prefix;
    private final Map<?, ?> map;
    private final KeyLines lines;
    private final TemplateErrors errors;
    private final Set<String> read = new HashSet<>();

    /** @param prefix prepended to keys in messages, with its dot */
    HeaderReader(String prefix, Map<?, ?> map, KeyLines lines, TemplateErrors errors) {
        this.prefix = prefix;
        this.map = map;
        this.lines = lines;
        this.errors = errors;
    }

    String text(String key, int maxLength, String defaultValue) {
        Object value = take(key);
        if (value == null) {
            return defaultValue;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= maxLength) {
            return text.strip();
        }
        return error(key, "must be a string of 1 to " + maxLength + " characters", defaultValue);
    }

    String requiredText(String key, int maxLength) {
        return map.containsKey(key) ? text(key, maxLength, "") : error(key, "is required", "");
    }

    boolean flag(String key) {
        Object value = take(key);
        return value instanceof Boolean flag
                ? flag
                : value != null && error(key, "must be true or false", Boolean.FALSE);
    }

    List<String> texts(String key, List<String> defaultValue) {
        Object value = take(key);
        if (value == null) {
            return defaultValue;
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list && list.size() <= MAX_ITEMS) {
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .distinct()
                    .forEach(texts::add);
            if (texts.size() == list.size()) {
                return texts;
            }
        }
        return error(key, "must be a list of at most " + MAX_ITEMS + " different strings", defaultValue);
    }

    Map<?, ?> map(String key) {
        Object value = take(key);
        return value instanceof Map<?, ?> inner
                ? inner
                : value == null ? Map.of() : error(key, "must be a map", Map.of());
    }

    /** The type of a field, from its {@code type} and the bounds that belong to it. */
    FieldType fieldType() {
        String type = requiredText("type", 20);
        return switch (type) {
            case "text" -> new FieldType.Text(maxLength(1_500));
            case "line" -> new FieldType.Line(maxLength(200));
            case "list" -> new FieldType.Lines(max(10), maxLength(300));
            case "sections" -> new FieldType.Sections(max(8), maxLength(1_500));
            case "tags" -> new FieldType.Tags(max(10));
            case "choice" -> new FieldType.Choice(choices());
            case "number" -> number();
            default -> {
                if (!type.isEmpty()) {
                    error("type", "must be text, line, list, sections, tags, choice or number", "");
                }
                yield new FieldType.Line(1);
            }
        };
    }

    /** Adds an error for each key that has not been read. To be called last. */
    void rejectUnknownKeys() {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !read.contains(key))
                .forEach(key -> errors.add(lines.of(key), "unknown key: " + prefix + key));
    }

    private int maxLength(int defaultValue) {
        return number("longest", 1, MAX_ANSWER_LENGTH, defaultValue);
    }

    private int max(int defaultValue) {
        return number("most", 1, MAX_ITEMS, defaultValue);
    }

    private FieldType.Number number() {
        int min = number("least", -MAX_NUMBER, MAX_NUMBER, 0);
        int max = number("most", -MAX_NUMBER, MAX_NUMBER, 10);
        if (min > max) {
            error("least", "must not be greater than most", "");
        }
        return new FieldType.Number(min, max);
    }

    private List<String> choices() {
        List<String> choices = texts("of", List.of());
        boolean fit = choices.stream().allMatch(choice -> !choice.isBlank() && choice.length() <= MAX_CHOICE_LENGTH);
        if (choices.size() < 2 || !fit) {
            error(
                    "of",
                    "must be a list of 2 to " + MAX_CHOICES + " strings of 1 to " + MAX_CHOICE_LENGTH + " characters",
                    "");
        }
        return choices;
    }

    private int number(String key, int min, int max, int defaultValue) {
        Object value = take(key);
        if (value == null) {
            return defaultValue;
        }
        return value instanceof Integer number && number >= min && number <= max
                ? number
                : error(key, "must be an integer from " + min + " to " + max, defaultValue);
    }

    private <T> T error(String key, String message, T defaultValue) {
        errors.add(lines.of(key), prefix + key + " " + message);
        return defaultValue;
    }

    private @Nullable Object take(String key) {
        read.add(key);
        return map.get(key);
    }
}
