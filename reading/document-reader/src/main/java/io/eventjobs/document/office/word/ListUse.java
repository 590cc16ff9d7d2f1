package io.eventjobs.document.office.word;

import io.eventjobs.document.office.xml.XmlElement;

/** A list: a definition with levels, some of them replaced or started anew by this use of it. */
final class ListUse {
    static final int LEVELS = 9;

    private final String id;
    private final String definition;
    private final Level[] levels = new Level[LEVELS];
    private final Integer[] starts = new Integer[LEVELS];

    private ListUse(String id, String definition) {
        this.id = id;
        this.definition = definition;
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = Level.of(XmlElement.empty("w:lvl"));
        }
    }

    static ListUse of(String id, XmlElement use, XmlElement definition) {
        ListUse read = new ListUse(id, definition.attribute("abstractNumId"));
        definition.children("w:lvl").forEach(level -> read.set(level.number("ilvl", -1), level));
        for (XmlElement override : use.children("w:lvlOverride")) {
            int which = override.number("ilvl", -1);
            override.first("w:lvl").ifPresent(level -> read.set(which, level));
            override.first("w:startOverride")
                    .filter(start -> which >= 0 && which < LEVELS)
                    .ifPresent(start -> read.starts[which] = start.number("val", 1));
        }
        return read;
    }

    private void set(int which, XmlElement level) {
        if (which >= 0 && which < LEVELS) {
            levels[which] = Level.of(level);
        }
    }

    String id() {
        return id;
    }

    /** Uses of one definition count together. */
    String definition() {
        return definition;
    }

    boolean isKnown() {
        return !definition.isEmpty();
    }

    Level level(int which) {
        return levels[which];
    }

    /** Starts anew what this use starts anew. */
    void restart(Integer[] count) {
        for (int level = 0; level < LEVELS; level++) {
            count[level] = starts[level] == null ? count[level] : Integer.valueOf(starts[level] - 1);
        }
    }

    /** The level that the list itself gives to a style, else that in the style. */
    int levelOf(String style, XmlElement inherited) {
        for (int level = 0; level < LEVELS; level++) {
            if (levels[level].style.equals(style)) {
                return level;
            }
        }
        return inherited.first("w:ilvl").map(each -> each.number("val", 0)).orElse(0);
    }

    /** As Word writes it before an item. */
    String label(Level shown, Integer[] count) {
        StringBuilder label = new StringBuilder();
        String text = shown.text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int which = i + 1 < text.length() && c == '%' ? text.charAt(i + 1) - '1' : -1;
            if (which >= 0 && which < LEVELS) {
                Integer value = count[which];
                String format = shown.isLegal ? "decimal" : levels[which].format;
                label.append(value == null ? "" : NumberFormats.written(value, format));
                i++;
            } else {
                label.append(c);
            }
        }
        return label.toString().strip();
    }

    /**
     * A level of a list.
     *
     * @param format of its numbers
     * @param text of a label, with {@code %1} for the number of the first level
     * @param isLegal whether numbers of all levels are decimal
     * @param restart the level from 1 after which it starts anew; empty for any above it
     * @param style that has this level; empty if none
     */
    record Level(int start, String format, String text, boolean isLegal, String restart, String style) {
        static Level of(XmlElement level) {
            return new Level(
                    level.first("w:start").map(start -> start.number("val", 1)).orElse(1),
                    level.value("w:numFmt"),
                    level.value("w:lvlText"),
                    level.isOn("w:isLgl"),
                    level.value("w:lvlRestart"),
                    level.value("w:pStyle"));
        }

        boolean isNumber() {
            return !format.equals("bullet") && !format.equals("none");
        }

        /** Whether it counts on after an item of a level above it. */
        boolean goesOnAfter(int level) {
            return restart.equals("0") || restart.matches("\\d") && Integer.parseInt(restart) <= level;
        }
    }
}
