package io.eventjobs.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one map of a header and gathers everything that is wrong with it. */
final class HeaderReader {
    private static final int MAX_ANSWER_LENGTH = 8_000;
    private static final int MAX_ITEMS = 30;
    private static final int MAX_CHOICES = 30;
    private static final int MAX_CHOICE_LENGTH = 80;
    private static final int MAX_NUMBER = 1_000_000;

    private final String prefix;
    private final Map<?, ?> map;
    private final KeyLines lines;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();

    /** @param prefix of the keys in messages, with its dot */
    HeaderReader(String prefix, Map<?, ?> map, KeyLines lines, Faults faults) {
        this.prefix = prefix;
        this.map = map;
        this.lines = lines;
        this.faults = faults;
    }

    String text(String key, int maxLength, String otherwise) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= maxLength) {
            return text.strip();
        }
        return fault(key, "must be text of 1 to " + maxLength + " characters", otherwise);
    }

    String requiredText(String key, int maxLength) {
        return map.containsKey(key) ? text(key, maxLength, "") : fault(key, "is required", "");
    }

    boolean truth(String key) {
        Object value = take(key);
        return value instanceof Boolean truth
                ? truth
                : value != null && fault(key, "must be true or false", Boolean.FALSE);
    }

    List<String> texts(String key, List<String> otherwise) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
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
        return fault(key, "must be a list of at most " + MAX_ITEMS + " different texts", otherwise);
    }

    Map<?, ?> map(String key) {
        Object value = take(key);
        return value instanceof Map<?, ?> inner
                ? inner
                : value == null ? Map.of() : fault(key, "must be a map", Map.of());
    }

    /** The form of a field, by its {@code type} and the bounds that go with it. */
    FieldForm form() {
        String type = requiredText("type", 20);
        return switch (type) {
            case "text" -> new FieldForm.Text(longest(1_500));
            case "line" -> new FieldForm.Line(longest(200));
            case "list" -> new FieldForm.Lines(max(10), longest(300));
            case "sections" -> new FieldForm.Sections(max(8), longest(1_500));
            case "tags" -> new FieldForm.Tags(max(10));
            case "choice" -> new FieldForm.Choice(choices());
            case "number" -> number();
            default -> {
                if (!type.isEmpty()) {
                    fault("type", "must be text, line, list, sections, tags, choice or number", "");
                }
                yield new FieldForm.Line(1);
            }
        };
    }

    /** Says of each key that nobody asked for that it does not exist. To be called last. */
    void refuseOthers() {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !read.contains(key))
                .forEach(key -> fault(key, "does not exist", ""));
    }

    private int longest(int otherwise) {
        return number("longest", 1, MAX_ANSWER_LENGTH, otherwise);
    }

    private int max(int otherwise) {
        return number("most", 1, MAX_ITEMS, otherwise);
    }

    private FieldForm.Number number() {
        int min = number("least", -MAX_NUMBER, MAX_NUMBER, 0);
        int max = number("most", -MAX_NUMBER, MAX_NUMBER, 10);
        if (min > max) {
            fault("least", "must not be above most", "");
        }
        return new FieldForm.Number(min, max);
    }

    private List<String> choices() {
        List<String> choices = texts("of", List.of());
        boolean fit = choices.stream().allMatch(choice -> !choice.isBlank() && choice.length() <= MAX_CHOICE_LENGTH);
        if (choices.size() < 2 || !fit) {
            fault(
                    "of",
                    "must be a list of 2 to " + MAX_CHOICES + " texts of 1 to " + MAX_CHOICE_LENGTH + " characters",
                    "");
        }
        return choices;
    }

    private int number(String key, int min, int max, int otherwise) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        return value instanceof Integer number && number >= min && number <= max
                ? number
                : fault(key, "must be a whole number from " + min + " to " + max, otherwise);
    }

    private <T> T fault(String key, String message, T otherwise) {
        faults.add(lines.of(key), prefix + key + " " + message);
        return otherwise;
    }

    private @Nullable Object take(String key) {
        read.add(key);
        return map.get(key);
    }
}
