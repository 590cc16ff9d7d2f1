package io.eventjobs.template;

import io.eventjobs.template.CompiledTags.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the tags of a template's body, and collects the variables that it uses. */
final class BodyValidator {
    private static final int MAX_DEPTH = 8;

    /** A tag, read without a step back: a template may have any number of spaces in it. */
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?+\\s*+([^\\w\\s}]?)\\s*+([^{}]*+)}}}?");

    private static final Set<String> LIST_POSITIONS = Set.of("-first", "-last", "-index");

    private final Map<String, Variables.Shape> known;
    private final Set<String> fields;
    private final TemplateErrors errors;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final List<Tag> tags = new ArrayList<>();
    private final Deque<Section> open = new ArrayDeque<>();
    private boolean isBalanced = true;
    private int line;

    /** @param fields the names among {@code known} that are fields */
    BodyValidator(Map<String, Variables.Shape> known, Set<String> fields, TemplateErrors errors) {
        this.known = known;
        this.fields = fields;
        this.errors = errors;
    }

    /**
     * Checks a body; returns whether it may be compiled: its nesting is bounded and all its tags are of supported kinds.
     *
     * @param firstLine line of the file on which the body begins
     */
    boolean accepts(String body, int firstLine) {
        Matcher found = TAG.matcher(body);
        line = firstLine;
        int seen = 0;
        while (found.find()) {
            line += (int) body.substring(seen, found.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            seen = found.start();
            String name = found.group(2).strip();
            if (name.isEmpty() && found.group(1).isEmpty()) {
                // The compiler fails with no words of its own.
                errors.add(line, "a tag must have a name: " + found.group());
                return false;
            }
            switch (found.group(1)) {
                case "", "&" -> variable(name);
                case ".", "-" -> variable(found.group(1) + name);
                case "#" -> begin(name, false);
                case "^" -> begin(name, true);
                case "/" -> end(name);
                case "!" -> {}
                default -> {
                    errors.add(line, "unsupported tag: " + found.group());
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

    /** The tags that were checked, in their order. */
    List<Tag> tags() {
        return tags;
    }

    /** The variables that the body uses. */
    Set<String> mentioned() {
        return mentioned;
    }

    /** The variables that the body uses other than as a substitute for a missing answer. */
    Set<String> shown() {
        return shown;
    }

    private void variable(String name) {
        tags.add(new Tag(Tag.Kind.VARIABLE, name));
        checkName(name);
    }

    private void begin(String name, boolean isInverted) {
        tags.add(new Tag(isInverted ? Tag.Kind.INVERTED_SECTION : Tag.Kind.SECTION, name));
        checkName(name);
        Variables.Shape shape = known.get(name);
        boolean isList =
                !isInverted && (shape instanceof Variables.Shape.Texts || shape instanceof Variables.Shape.Things);
        if (isList && open.stream().anyMatch(Section::isList)) {
            errors.add(line, "{{#" + name + "}} must not be within another list");
        }
        open.push(new Section(name, line, isInverted, isList));
    }

    private void end(String name) {
        Section section = open.poll();
        if (section == null || !section.name().equals(name)) {
            isBalanced = false;
            String expected = section == null ? "has no opening tag" : "must come after {{/" + section.name() + "}}";
            errors.add(line, "{{/" + name + "}} " + expected);
        }
    }

    private void checkName(String name) {
        if (name.equals("this")) {
            checkItem("");
        } else if (name.startsWith(".")) {
            checkItem(name.substring(1));
        } else if (name.startsWith("-")) {
            checkPosition(name);
        } else if (!isOfList(name) && !isLabel(name)) {
            if (known.containsKey(name)) {
                recordMention(name);
            } else {
                errors.add(line, "unknown variable: " + name);
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
        if (!rest.isEmpty()) {
            errors.add(line, "unknown variable: ." + rest);
        } else if (open.isEmpty()) {
            errors.add(line, "{{.}} must be within a section");
        }
    }

    private void checkPosition(String name) {
        if (!LIST_POSITIONS.contains(name)) {
            errors.add(line, "unknown variable: " + name);
        }
    }

    private record Section(String name, int line, boolean isInverted, boolean isList) {}
}
