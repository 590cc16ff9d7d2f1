package io.eventjobs.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An upper bound for the number of elements that a parser makes of a page, without parsing it. Formatting elements that are still open are
 * made again in each new block, so a few tags can become many elements.
 */
final class ElementCount {
    private static final Set<String> FORMATTING =
            Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");
    private static final int MAX_NAME_LENGTH = 7;

    private final Map<String, Integer> open = new HashMap<>();
    private int openInAll;
    private long count;

    private ElementCount() {}

    /** @return the bound, or this limit if it is larger */
    static long of(String text, long limit) {
        ElementCount elements = new ElementCount();
        for (int at = text.indexOf('<'); at >= 0 && elements.count < limit; at = text.indexOf('<', at + 1)) {
            elements.tag(text, at);
        }
        return Math.min(limit, elements.count);
    }

    private void tag(String text, int at) {
        boolean ends = text.startsWith("</", at);
        String name = name(text, at + (ends ? 2 : 1));
        if (name.isEmpty()) {
            return;
        }
        count += 1 + openInAll;
        if (FORMATTING.contains(name)) {
            int before = open.getOrDefault(name, 0);
            int after = Math.max(0, before + (ends ? -1 : 1));
            open.put(name, after);
            openInAll += after - before;
        }
    }

    private static String name(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= MAX_NAME_LENGTH && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
