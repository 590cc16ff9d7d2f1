package io.eventjobs.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one map of a header and gathers everything that is wrong with it. */
final class HeaderReader {
    private static final int LONGEST_ANSWER = 8_000;
    private static final int MOST_ITEMS = 30;
    private static final int MOST_CHOICES = 30;
    private static final int LONGEST_CHOICE = 80;
    private static final int LARGEST_NUMBER = 1_000_000;

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

    String text(String key, int longest, String otherwise) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= longest) {
            return text.strip();
        }
        return fault(key, "must be text of 1 to " + longest + " characters", otherwise);
    }

    String requiredText(String key, int longest) {
        return map.containsKey(key) ? text(key, longest, "") : fault(key, "is required", "");
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
        if (value instanceof List<?> list && list.size() <= MOST_ITEMS) {
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .distinct()
                    .forEach(texts::add);
            if (texts.size() == list.size()) {
                return texts;
            }
        }
        return fault(key, "must be a list of at most " + MOST_ITEMS + " different texts", otherwise);
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
            case "list" -> new FieldForm.Lines(most(10), longest(300));
            case "sections" -> new FieldForm.Sections(most(8), longest(1_500));
            case "tags" -> new FieldForm.Tags(most(10));
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
        return number("longest", 1, LONGEST_ANSWER, otherwise);
    }

    private int most(int otherwise) {
        return number("most", 1, MOST_ITEMS, otherwise);
    }

    private FieldForm.Number number() {
        int least = number("least", -LARGEST_NUMBER, LARGEST_NUMBER, 0);
        int most = number("most", -LARGEST_NUMBER, LARGEST_NUMBER, 10);
        if (least > most) {
            fault("least", "must not be above most", "");
        }
        return new FieldForm.Number(least, most);
    }

    private List<String> choices() {
        List<String> choices = texts("of", List.of());
        boolean fit = choices.stream().allMatch(choice -> !choice.isBlank() && choice.length() <= LONGEST_CHOICE);
        if (choices.size() < 2 || !fit) {
            fault(
                    "of",
                    "must be a list of 2 to " + MOST_CHOICES + " texts of 1 to " + LONGEST_CHOICE + " characters",
                    "");
        }
        return choices;
    }

    private int number(String key, int least, int most, int otherwise) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        return value instanceof Integer number && number >= least && number <= most
                ? number
                : fault(key, "must be a whole number from " + least + " to " + most, otherwise);
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
