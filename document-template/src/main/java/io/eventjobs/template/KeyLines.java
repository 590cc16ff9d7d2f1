package io.eventjobs.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The lines of a header's keys.
 *
 * @param line line of the key that these keys belong to
 * @param keys the keys within its value
 */
record KeyLines(int line, Map<String, KeyLines> keys) {
    private static final int MAX_DEPTH = 8;

    KeyLines(int line) {
        this(line, new LinkedHashMap<>());
    }

    /** The line of a key; if it is missing, the line of the map. */
    int of(String key) {
        return in(key).line;
    }

    /** The lines within a key's value. */
    KeyLines in(String key) {
        return keys.getOrDefault(key, new KeyLines(line));
    }

    /**
     * Reads the lines from YAML, iteratively: nesting that would overflow the loader's stack is found before the YAML is loaded.
     *
     * @param firstLine line of the file on which the YAML begins
     * @return null, after adding an error, if the YAML is nested too deeply
     */
    static @Nullable KeyLines of(String yaml, int firstLine, LoadSettings settings, TemplateErrors errors) {
        KeyLines root = new KeyLines(firstLine);
        Deque<Level> levels = new ArrayDeque<>();
        for (Event event : new Parse(settings).parseString(yaml)) {
            int line = firstLine + event.getStartMark().map(Mark::getLine).orElse(0);
            switch (event) {
                case CollectionStartEvent start -> {
                    if (levels.size() == MAX_DEPTH) {
                        errors.add(line, "the header must not be nested more than " + MAX_DEPTH + " deep");
                        return null;
                    }
                    KeyLines within = levels.isEmpty() ? root : levels.peek().value(line);
                    levels.push(new Level(within, start instanceof MappingStartEvent));
                }
                case CollectionEndEvent end -> {
                    levels.pop();
                    endOfNode(levels);
                }
                case ScalarEvent scalar -> {
                    if (!levels.isEmpty()) {
                        levels.peek().scalar(scalar.getValue(), line);
                    }
                    endOfNode(levels);
                }
                case AliasEvent alias -> endOfNode(levels);
                default -> {}
            }
        }
        return root;
    }

    private static void endOfNode(Deque<Level> levels) {
        if (!levels.isEmpty()) {
            levels.peek().endOfNode();
        }
    }

    /** A map or a list that is being read. */
    private static final class Level {
        private final KeyLines lines;
        private final boolean isMap;
        private boolean atKey = true;
        private String key = "";

        Level(KeyLines lines, boolean isMap) {
            this.lines = lines;
            this.isMap = isMap;
        }

        void scalar(String scalar, int line) {
            if (isMap && atKey) {
                key = scalar;
                lines.keys.put(key, new KeyLines(line));
            }
        }

        KeyLines value(int line) {
            return isMap && !atKey ? lines.in(key) : new KeyLines(line);
        }

        void endOfNode() {
            atKey = !atKey;
        }
    }
}
