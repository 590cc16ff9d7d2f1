package io.eventjobs.worker.session.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Code as it stands on the page, in fences that are longer than any in it. */
final class CodeBlock {
    private static final Pattern LANGUAGE =
            Pattern.compile("(?:language|lang|highlight-source|brush)[-:]\\s*([A-Za-z0-9+#]{1,20})");
    private static final Pattern TICKS = Pattern.compile("`+");

    private CodeBlock() {}

    static String of(Element pre) {
        String code = pre.wholeText().replace("\r\n", "\n").replace('\r', '\n');
        String body = code.startsWith("\n") ? code.substring(1) : code;
        if (body.isBlank()) {
            return "";
        }
        String fence = "`".repeat(Math.max(3, longestRun(body) + 1));
        return fence + language(pre) + "\n" + body.stripTrailing() + "\n" + fence;
    }

    static String inline(String code) {
        String text = code.replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return "";
        }
        String ticks = "`".repeat(longestRun(text) + 1);
        boolean padded = text.startsWith("`") || text.endsWith("`");
        return padded ? ticks + " " + text + " " + ticks : ticks + text + ticks;
    }

    private static String language(Element pre) {
        Element code = pre.selectFirst("code");
        String hints = pre.className() + " " + (code == null ? "" : code.className()) + " "
                + (pre.parent() == null ? "" : pre.parent().className());
        Matcher named = LANGUAGE.matcher(hints.length() > 500 ? hints.substring(0, 500) : hints);
        return named.find() ? named.group(1) : "";
    }

    private static int longestRun(String text) {
        int longest = 0;
        Matcher runs = TICKS.matcher(text);
        while (runs.find()) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        return longest;
    }
}
