package io.eventjobs.document.pdf.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the headings of a text: those in the outline; else by font size, the largest being the highest level; else bold lines, whose level
 * follows from their section number.
 */
final class TextHeadings {
    private static final float LARGER = 1.09f;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_BOLD_LENGTH = 100;
    private static final Pattern NUMBERED = Pattern.compile("^(\\d+(?:\\.\\d+)*)\\.?\\s+\\p{Lu}.*");
    private static final Pattern ROMAN = Pattern.compile("^[IVX]+\\.\\s+\\p{Lu}[^a-z]{3,}$");
    private static final Pattern FAMILIAR = Pattern.compile(
            "(?i)abstract|introduction|conclusions?|references|acknowledge?ments?|related work|summary");

    private final float body;
    private final List<Float> sizes;
    /** The smallest depth of section numbers seen for a font size. */
    private final Map<Float, Integer> shallowest = new HashMap<>();

    private final Map<Integer, Map<String, Integer>> outline;

    /** @param pages of the text; @param outline depths of titles, by page from 0 */
    TextHeadings(float body, List<List<LayoutBlock>> pages, Map<Integer, Map<String, Integer>> outline) {
        this.body = body;
        this.outline = outline;
        TreeSet<Float> larger = new TreeSet<>(Collections.reverseOrder());
        for (List<LayoutBlock> page : pages) {
            page.stream()
                    .filter(block ->
                            block.size() > LARGER * body && !block.heading().isEmpty())
                    .forEach(block -> {
                        larger.add(rounded(block.size()));
                        if (numbered(block.heading()) >= 0) {
                            shallowest.merge(rounded(block.size()), numbered(block.heading()), Math::min);
                        }
                    });
        }
        this.sizes = new ArrayList<>(larger);
    }

    List<LayoutBlock> of(List<LayoutBlock> blocks, int page) {
        Map<String, Integer> titles = outline.getOrDefault(page, Map.of());
        return blocks.stream().map(block -> heading(block, titles)).toList();
    }

    private LayoutBlock heading(LayoutBlock block, Map<String, Integer> titles) {
        String words = block.heading();
        if (words.isEmpty()) {
            return block;
        }
        Integer outlined = titles.get(PdfOutline.normal(words));
        if (outlined != null) {
            return block.asHeading(Math.min(outlined + 2, MAX_DEPTH + 1));
        }
        int bySize = sizes.indexOf(rounded(block.size()));
        if (block.size() > LARGER * body && bySize >= 0) {
            int depth = Math.max(0, numbered(words) - shallowest.getOrDefault(rounded(block.size()), 0));
            return block.asHeading(Math.min(bySize + 1 + depth, MAX_DEPTH + 1));
        }
        boolean isPlain = words.endsWith(".") || words.endsWith(",") || words.endsWith(":");
        boolean isHeading = block.isBold() && words.length() <= MAX_BOLD_LENGTH && !isPlain
                || ROMAN.matcher(words).matches()
                || FAMILIAR.matcher(words).matches();
        return isHeading ? block.asHeading(level(words)) : block;
    }

    private int level(String words) {
        return Math.clamp(Math.min(sizes.size(), 2) + 1 + Math.max(0, numbered(words)), 2, 6);
    }

    /** The depth of a heading's section number, from 0; -1 if it has none. */
    private static int numbered(String words) {
        Matcher number = NUMBERED.matcher(words);
        return number.matches()
                ? (int) number.group(1).chars().filter(c -> c == '.').count()
                : -1;
    }

    private static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }
}
