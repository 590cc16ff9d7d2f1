package io.eventjobs.document.office.word;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the items of lists. A paragraph or its style names a list ({@code w:num}), which is a use of a definition
 * ({@code w:abstractNum}); uses of one definition count on, unless a use starts anew. Not thread-safe.
 */
final class WordLists {
    private static final int LEVELS = 9;
    private static final int MAX_LINKS = 5;

    private final WordStyles styles;
    private final Map<String, XmlElement> uses = new HashMap<>();
    private final Map<String, XmlElement> definitions = new HashMap<>();
    private final Map<String, Integer[]> counts = new HashMap<>();
    private final Set<String> started = new HashSet<>();

    WordLists(Optional<XmlElement> root, WordStyles styles) {
        this.styles = styles;
        root.ifPresent(found -> {
            found.children("w:num").forEach(use -> uses.put(use.attribute("numId"), use));
            found.children("w:abstractNum")
                    .forEach(definition -> definitions.put(definition.attribute("abstractNumId"), definition));
        });
    }

    /**
     * How an item begins.
     *
     * @param level from 0
     * @param number null for a bullet
     * @param label as Word writes it, such as {@code 1.2}; empty for a bullet
     */
    record Mark(int level, @Nullable Integer number, String label) {
        private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}(?<![ivxlcdmIVXLCDM]{3})");

        /** Whether the label says more than a number, such as {@code Step 1:}. */
        boolean isInWords() {
            return WORDS.matcher(label).find();
        }
    }

    /** The mark of a paragraph, which is counted by this; empty if it is in no list. */
    Optional<Mark> next(XmlElement paragraph) {
        XmlElement properties = paragraph.first("w:pPr").orElse(XmlElement.empty("w:pPr"));
        String style = properties.value("w:pStyle");
        Optional<XmlElement> own = properties.first("w:numPr");
        String use = own.map(list -> list.value("w:numId")).orElse("");
        int level = own.flatMap(list -> list.first("w:ilvl"))
                .map(each -> each.number("val", 0))
                .orElse(-1);
        for (XmlElement each : styles.chain(style)) {
            Optional<XmlElement> inherited = each.first("w:pPr", "w:numPr");
            if (inherited.isPresent()) {
                use = use.isEmpty() ? inherited.get().value("w:numId") : use;
                level = level >= 0 ? level : levelOf(use, each.attribute("styleId"), inherited.get());
            }
        }
        if (!uses.containsKey(use)) {
            return Optional.empty();
        }
        return Optional.of(count(use, Math.clamp(level, 0, LEVELS - 1)));
    }

    /** The level that the list itself gives to a style. */
    private int levelOf(String use, String style, XmlElement inherited) {
        XmlElement definition = definition(use);
        for (XmlElement level : definition.children("w:lvl")) {
            if (level.value("w:pStyle").equals(style)) {
                return level.number("ilvl", 0);
            }
        }
        return inherited.first("w:ilvl").map(each -> each.number("val", 0)).orElse(0);
    }

    private Mark count(String use, int level) {
        XmlElement definition = definition(use);
        Integer[] count = counts.computeIfAbsent(definition.attribute("abstractNumId"), any -> new Integer[LEVELS]);
        for (XmlElement override : uses.getOrDefault(use, definition).children("w:lvlOverride")) {
            int which = override.number("ilvl", -1);
            Optional<XmlElement> start = override.first("w:startOverride");
            if (start.isPresent() && which >= 0 && which < LEVELS && started.add(use + " " + which)) {
                count[which] = start.get().number("val", 1) - 1;
            }
        }
        for (int above = 0; above < level; above++) {
            count[above] = count[above] == null ? start(use, above) : count[above];
        }
        Integer before = count[level];
        int number = before == null ? start(use, level) : before + 1;
        count[level] = number;
        for (int below = level + 1; below < LEVELS; below++) {
            String restart = level(use, below).value("w:lvlRestart");
            boolean goesOn = restart.equals("0") || restart.matches("\\d") && Integer.parseInt(restart) <= level;
            count[below] = goesOn ? count[below] : null;
        }
        XmlElement shown = level(use, level);
        String format = shown.value("w:numFmt");
        boolean isNumber = !format.equals("bullet") && !format.equals("none");
        return new Mark(level, isNumber ? number : null, isNumber ? label(use, shown, count) : "");
    }

    private String label(String use, XmlElement shown, Integer[] count) {
        String text = shown.value("w:lvlText");
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int which = i + 1 < text.length() && c == '%' ? text.charAt(i + 1) - '1' : -1;
            if (which >= 0 && which < LEVELS) {
                Integer value = count[which];
                String format =
                        shown.isOn("w:isLgl") ? "decimal" : level(use, which).value("w:numFmt");
                label.append(value == null ? "" : NumberFormats.written(value, format));
                i++;
            } else {
                label.append(c);
            }
        }
        return label.toString().strip();
    }

    private int start(String use, int level) {
        return level(use, level)
                .first("w:start")
                .map(start -> start.number("val", 1))
                .orElse(1);
    }

    /** A level as this use of the list has it. */
    private XmlElement level(String use, int level) {
        String wanted = String.valueOf(level);
        return uses.getOrDefault(use, XmlElement.empty("w:num")).children("w:lvlOverride").stream()
                .filter(override -> override.attribute("ilvl").equals(wanted))
                .flatMap(override -> override.first("w:lvl").stream())
                .findFirst()
                .or(() -> definition(use).children("w:lvl").stream()
                        .filter(each -> each.attribute("ilvl").equals(wanted))
                        .findFirst())
                .orElse(XmlElement.empty("w:lvl"));
    }

    /** The definition of a list, which may be that of a list style. */
    private XmlElement definition(String use) {
        String next = use;
        for (int links = 0; links < MAX_LINKS; links++) {
            XmlElement definition = definitions.get(
                    uses.getOrDefault(next, XmlElement.empty("w:num")).value("w:abstractNumId"));
            if (definition == null) {
                break;
            }
            String style = definition.value("w:numStyleLink");
            if (style.isEmpty()) {
                return definition;
            }
            next = styles.chain(style).stream()
                    .map(each -> each.first("w:pPr", "w:numPr")
                            .map(list -> list.value("w:numId"))
                            .orElse(""))
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return XmlElement.empty("w:abstractNum");
    }
}
