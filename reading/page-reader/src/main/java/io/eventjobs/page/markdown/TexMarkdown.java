package io.eventjobs.page.markdown;

import java.util.regex.Pattern;

/** TeX as it may stand in Markdown: as written, but on one line and without what would be HTML, a link or code. */
final class TexMarkdown {
    private static final int MAX_LENGTH = 4_000;
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%[^\\n]*+");
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

    private TexMarkdown() {}

    /** Between dollar signs; empty if there is no TeX. */
    static String formula(String tex, boolean isDisplayed) {
        String line = line(tex).replace("$", "");
        if (line.isEmpty()) {
            return "";
        }
        return isDisplayed ? "$$" + line + "$$" : "$" + line + "$";
    }

    /** On one line, without comments. */
    static String line(String tex) {
        String cut = tex.length() <= MAX_LENGTH ? tex : tex.substring(0, MAX_LENGTH);
        String line =
                COMMENT.matcher(cut).replaceAll("").replaceAll("\\s+", " ").strip();
        return TAG.matcher(line)
                .replaceAll("\\\\lt ")
                .replace("`", "'")
                .replace("](", "] (")
                .replace("![", "! [");
    }

    static boolean isDelimited(String text) {
        return text.startsWith("\\(") || text.startsWith("\\[") || text.startsWith("$");
    }
}
