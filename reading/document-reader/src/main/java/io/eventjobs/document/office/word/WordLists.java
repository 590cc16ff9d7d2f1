package io.eventjobs.document.office.word;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private static final int MAX_LINKS = 5;

    private final WordStyles styles;
    private final Map<String, XmlElement> uses = new HashMap<>();
    private final Map<String, XmlElement> definitions = new HashMap<>();
    private final Map<String, Integer[]> counts = new HashMap<>();
    private final Set<String> started = new HashSet<>();
    private final Map<String, ListUse> read = new HashMap<>();
    private final Map<String, List<Inherited>> ofStyles = new HashMap<>();

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
        private static final Pattern WORDS = Pattern.compile("(?![ivxlcdmIVXLCDM]{3})\\p{L}{3}");

        /** Whether the label says more than a number, such as {@code Step 1:}. */
        boolean isInWords() {
            return WORDS.matcher(label).find();
        }
    }

    /** The mark of a paragraph, which is counted by this; empty if it is in no list. */
    Optional<Mark> next(XmlElement paragraph) {
        XmlElement properties = paragraph.first("w:pPr").orElse(XmlElement.empty("w:pPr"));
        Optional<XmlElement> own = properties.first("w:numPr");
        String id = own.map(list -> list.value("w:numId")).orElse("");
        int level = own.flatMap(list -> list.first("w:ilvl"))
                .map(each -> each.number("val", 0))
                .orElse(-1);
        for (Inherited each : inherited(properties.value("w:pStyle"))) {
            id = id.isEmpty() ? each.list.value("w:numId") : id;
            level = level >= 0 ? level : use(id).levelOf(each.style, each.list);
        }
        ListUse use = use(id);
        return use.isKnown() ? Optional.of(count(use, Math.clamp(level, 0, ListUse.LEVELS - 1))) : Optional.empty();
    }

    /** The lists that a style and those it is based on name. */
    private List<Inherited> inherited(String style) {
        return ofStyles.computeIfAbsent(style, id -> styles.chain(id).stream()
                .flatMap(each -> each.first("w:pPr", "w:numPr").stream()
                        .map(list -> new Inherited(each.attribute("styleId"), list)))
                .toList());
    }

    private Mark count(ListUse use, int level) {
        Integer[] count = counts.computeIfAbsent(use.definition(), any -> new Integer[ListUse.LEVELS]);
        if (started.add(use.id())) {
            use.restart(count);
        }
        for (int above = 0; above < level; above++) {
            count[above] = count[above] == null ? use.level(above).start() : count[above];
        }
        Integer before = count[level];
        int number = before == null ? use.level(level).start() : before + 1;
        count[level] = number;
        for (int below = level + 1; below < ListUse.LEVELS; below++) {
            count[below] = use.level(below).goesOnAfter(level) ? count[below] : null;
        }
        ListUse.Level shown = use.level(level);
        return new Mark(level, shown.isNumber() ? number : null, shown.isNumber() ? use.label(shown, count) : "");
    }

    private ListUse use(String id) {
        ListUse known = read.get(id);
        if (known == null) {
            XmlElement use = uses.getOrDefault(id, XmlElement.empty("w:num"));
            known = ListUse.of(id, use, definition(id));
            read.put(id, known);
        }
        return known;
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
            next = inherited(style).stream()
                    .map(each -> each.list.value("w:numId"))
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return XmlElement.empty("w:abstractNum");
    }

    /** A list that a style names. */
    private record Inherited(String style, XmlElement list) {}
}
