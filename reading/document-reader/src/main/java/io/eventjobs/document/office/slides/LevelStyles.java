package io.eventjobs.document.office.slides;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The styles of paragraphs by level, as a shape, a layout or a master lists them. */
final class LevelStyles {
    private static final int LEVELS = 9;

    private final @Nullable XmlElement[] levels = new XmlElement[LEVELS];

    LevelStyles(XmlElement list) {
        for (XmlElement each : list.children()) {
            String name = each.name();
            int level = name.startsWith("a:lvl") && name.endsWith("pPr") ? name.charAt(5) - '1' : -1;
            if (level >= 0 && level < LEVELS) {
                levels[level] = each;
            }
        }
    }

    /** @param level from 0 */
    Optional<XmlElement> level(int level) {
        return Optional.ofNullable(levels[level]);
    }
}
