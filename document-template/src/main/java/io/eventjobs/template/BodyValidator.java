package io.eventjobs.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the tags of a body and finds what it shows, and what it must not hold. */
final class BodyValidator {
    private static final int MAX_DEPTH = 8;
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?\\s*(\\W?)\\s*([^{}]*?)\\s*}}}?");
    private static final Set<String> LIST_POSITIONS = Set.of("-first", "-last", "-index");

    private final Map<String, Variables.Shape> known;
    private final Set<String> fields;
    private final TemplateErrors errors;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Deque<Section> open = new ArrayDeque<>();
    private boolean isBalanced = true;
    private int line;

    /** @param fields those of the known names that are answers */
    BodyValidator(Map<String, Variables.Shape> known, Set<String> fields, TemplateErrors errors) {
        this.known = known;
        this.fields = fields;
        this.errors = errors;
    }

    /**
     * Whether it may be compiled: it is bounded, and its tags are of the kinds that are known.
     *
     * @param firstLine of the file, on which it begins
     */
    boolean accepts(String body, int firstLine) {
        Matcher tags = TAG.matcher(body);
        line = firstLine;
        int seen = 0;
        while (tags.find()) {
            line += (int) body.substring(seen, tags.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            seen = tags.start();
            String name = tags.group(2);
            switch (tags.group(1)) {
                case "", "&" -> checkName(name);
                case "." -> checkItem(name);
                case "-" -> checkPosition("-" + name);
                case "#" -> begin(name, false);
                case "^" -> begin(name, true);
                case "/" -> end(name);
                case "!" -> {}
                default -> {
                    errors.add(line, "the body must not hold " + tags.group());
                    return false;
                }
            }
            if (open.size() > MAX_DEPTH) {
                errors.add(line, "the body's sections must not be nested more than " + MAX_DEPTH + " deep");
                return false;
            }
        }
        open.forEach(section -> errors.add(section.line(), "{{#" + section.name() + "}} is never closed"));
        return isBalanced && open.isEmpty();
    }

    /** Names that stand in it anywhere. */
    Set<String> mentioned() {
        return mentioned;
    }

    /** Names that stand in it other than in place of an answer that is missing. */
    Set<String> shown() {
        return shown;
    }

    private void begin(String name, boolean isInverted) {
        checkName(name);
        Variables.Shape shape = known.get(name);
        boolean isList =
                !isInverted && (shape instanceof Variables.Shape.Texts || shape instanceof Variables.Shape.Things);
        if (isList && open.stream().anyMatch(Section::isList)) {
            errors.add(line, "{{#" + name + "}} must not stand within another list: that would repeat both");
        }
        open.push(new Section(name, line, isInverted, isList));
    }

    private void end(String name) {
        Section section = open.poll();
        if (section == null || !section.name().equals(name)) {
            isBalanced = false;
            String expected = section == null ? "no section is open" : "{{/" + section.name() + "}} is to come first";
            errors.add(line, "{{/" + name + "}} closes nothing: " + expected);
        }
    }

    private void checkName(String name) {
        if (name.equals("this")) {
            checkItem("");
        } else if (name.startsWith("-")) {
            checkPosition(name);
        } else if (!isOfList(name) && !isLabel(name)) {
            if (known.containsKey(name)) {
                recordMention(name);
            } else {
                errors.add(line, "the body shows " + name + ", which does not exist");
            }
        }
    }

    private void recordMention(String name) {
        mentioned.add(name);
        if (open.stream().noneMatch(section -> section.isInverted() && fields.contains(section.name()))) {
            shown.add(name);
        }
    }

    private boolean isOfList(String name) {
        return open.stream()
                .anyMatch(section -> section.isList()
                        && known.get(section.name()) instanceof Variables.Shape.Things things
                        && things.parts().contains(name));
    }

    private static boolean isLabel(String name) {
        String prefix = Variables.LABELS + ".";
        return name.startsWith(prefix) && Variables.LABEL_KEYS.contains(name.substring(prefix.length()));
    }

    private void checkItem(String rest) {
        if (!rest.isEmpty() || open.isEmpty()) {
            errors.add(line, "{{." + rest + "}} stands for nothing there");
        }
    }

    private void checkPosition(String name) {
        if (!LIST_POSITIONS.contains(name)) {
            errors.add(line, "the body shows " + name + ", which does not exist");
        }
    }

    private record Section(String name, int line, boolean isInverted, boolean isList) {}
}
