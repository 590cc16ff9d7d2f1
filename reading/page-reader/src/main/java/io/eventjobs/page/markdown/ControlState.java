package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import io.eventjobs.page.dom.Visibility;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a form control shows that is part of the text: tasks that are done, the chosen of several answers, how far something is. Only
 * boxes and lists in list items, labels and table cells count: others belong to forms, or to menus that open without scripts.
 */
final class ControlState {
    private static final int FARTHEST = 4;
    private static final int MAX_OPTIONS = 200;
    private static final Set<String> AROUND = Set.of("li", "label", "td", "dd");
    private static final Set<String> ROLES = Set.of("checkbox", "switch", "radio", "progressbar", "meter");

    private ControlState() {}

    /** The state in Markdown, e.g. {@code [x]}; null if the element shows none. */
    static @Nullable String of(Element element) {
        String kind = kind(element);
        if (kind.isEmpty() || Visibility.isUnseen(element)) {
            return null;
        }
        return switch (kind) {
            case "checkbox", "switch" -> box(element, "[x]", "[ ]");
            case "radio" -> box(element, "(x)", "( )");
            case "select" -> isAmong(element, AROUND) ? selected(element) : null;
            default -> share(element);
        };
    }

    /** Whether the state stands anywhere in a line, and not only at its start as that of a task does. */
    static boolean isAnywhere(Element element) {
        return switch (kind(element)) {
            case "checkbox", "switch" -> isAmong(element, Set.of("label"));
            default -> true;
        };
    }

    private static String kind(Element element) {
        String name = element.normalName();
        switch (name) {
            case "input" -> {
                String type = element.attr("type").toLowerCase(Locale.ROOT);
                return type.equals("checkbox") || type.equals("radio") ? type : "";
            }
            case "select", "progress", "meter" -> {
                return name;
            }
            default -> {
                String role = element.attributesSize() == 0 ? "" : element.attr("role");
                return ROLES.contains(role) && element.childrenSize() == 0 ? role : "";
            }
        }
    }

    private static @Nullable String box(Element element, String on, String off) {
        if (!isAmong(element, Set.of("li", "label"))) {
            return null;
        }
        boolean isOn = element.normalName().equals("input")
                ? element.hasAttr("checked")
                : element.attr("aria-checked").equals("true");
        return isOn ? on : off;
    }

    /** The options that the page itself has chosen; one that merely comes first is no statement. */
    private static @Nullable String selected(Element list) {
        String chosen = list.select("option[selected]").stream()
                .limit(MAX_OPTIONS)
                .map(option -> option.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? null : Escape.text(chosen);
    }

    /** How much of a bar is filled, unless the element has a text of its own; null if it only says that something goes on. */
    private static @Nullable String share(Element bar) {
        if (!bar.text().isBlank()) {
            return null;
        }
        boolean isRole = bar.hasAttr("role")
                && !bar.normalName().equals("progress")
                && !bar.normalName().equals("meter");
        if (isRole && !bar.attr("aria-valuetext").isBlank()) {
            return Escape.text(bar.attr("aria-valuetext").strip());
        }
        String prefix = isRole ? "aria-value" : "";
        Double value = number(bar.attr(isRole ? "aria-valuenow" : "value"));
        Double greatest = number(bar.attr(prefix + "max"));
        Double least = number(bar.attr(prefix + "min"));
        double from = least == null ? 0 : least;
        double to = greatest == null ? isRole ? 100 : 1 : greatest;
        if (value == null || to <= from) {
            return null;
        }
        double filled = (Math.clamp(value, from, to) - from) / (to - from);
        return Math.round(filled * 100) + "%";
    }

    private static @Nullable Double number(String written) {
        try {
            double number = Double.parseDouble(written);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isAmong(Element control, Set<String> names) {
        Element at = control.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (names.contains(at.normalName())) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
