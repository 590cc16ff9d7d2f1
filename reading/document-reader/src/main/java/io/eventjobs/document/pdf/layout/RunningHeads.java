package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds running headers and footers: the same words, or the page number, at the same place on many pages. */
final class RunningHeads {
    private static final float TOP = 0.09f;
    private static final float BOTTOM = 0.88f;
    private static final float LARGE = 1.15f;
    private static final int MIN_PAGES = 3;
    private static final int MIN_NUMBERS = 2;
    private static final Pattern ROMAN = Pattern.compile("[ivxl]{1,7}");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:page|seite|slide|folie|p\\.)? ?#+(?: ?(?:/|of|von|sur|de|\\||-|–) ?#+)?|[-–—|] ?#+ ?[-–—|]");

    private final Map<String, Integer> seen = new HashMap<>();
    private final float bodySize;
    private int pages;

    /** @param bodySize much larger text is a title, even at the edge */
    RunningHeads(float bodySize) {
        this.bodySize = bodySize;
    }

    void learn(PageFragments page) {
        pages++;
        Set<String> keys = new HashSet<>();
        page.fragments().stream()
                .filter(fragment -> isAtEdge(fragment, page))
                .forEach(fragment -> keys.add(key(fragment)));
        keys.forEach(key -> seen.merge(key, 1, Integer::sum));
    }

    /** The fragments of a page without running headers and footers. */
    List<TextFragment> without(PageFragments page) {
        List<TextFragment> rest = new ArrayList<>();
        for (TextFragment fragment : page.fragments()) {
            if (!isAtEdge(fragment, page) || !runs(fragment)) {
                rest.add(fragment);
            }
        }
        return rest;
    }

    private boolean runs(TextFragment fragment) {
        String key = key(fragment);
        boolean isNumber = NUMBER.matcher(key.substring(key.indexOf(':') + 1)).matches();
        int min = isNumber ? MIN_NUMBERS : Math.clamp(pages, MIN_NUMBERS, MIN_PAGES);
        return seen.getOrDefault(key, 0) >= min;
    }

    private boolean isAtEdge(TextFragment fragment, PageFragments page) {
        float y = fragment.area().y() / page.height();
        return (y < TOP || y > BOTTOM) && fragment.size() < LARGE * bodySize;
    }

    /** Text is compared by height only, since a page number shifts sideways with its number of digits. */
    private static String key(TextFragment fragment) {
        String text = fragment.text().strip().toLowerCase(Locale.ROOT).replaceAll("\\d", "#");
        String numbers = ROMAN.matcher(text).matches() ? "#" : text.replaceAll("#+", "#");
        return Math.round(fragment.area().y() / 6) + ":" + numbers;
    }
}
