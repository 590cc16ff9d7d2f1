package io.eventjobs.markdown.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Gathers the text of a segment, with placeholders for everything that is not text. */
final class InlineText {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final List<String> shape = new ArrayList<>();
    private final boolean isCell;
    private int marks;

    /** @param isCell whether it is in a table cell, where "|" is always escaped */
    InlineText(boolean isCell) {
        this.isCell = isCell;
    }

    static Segment ofPlain(String text) {
        InlineText inline = new InlineText(false);
        inline.add(text, false);
        return inline.segment(Segment.Context.PLAIN);
    }

    /** Adds text in its Markdown form. */
    void markdown(String raw) {
        add(raw, true);
    }

    void space() {
        text.append(' ');
    }

    /** Adds a placeholder for Markdown without translatable text. */
    void whole(String raw) {
        String mark = Placeholders.whole(++marks);
        originals.put(mark, isCell ? raw.replace("|", "\\|") : raw);
        text.append(mark);
    }

    /** Adds an opening placeholder and returns its number for {@link #close}. */
    int open(String raw) {
        String mark = Placeholders.opening(++marks);
        originals.put(mark, isCell ? raw.replace("|", "\\|") : raw);
        text.append(mark);
        return marks;
    }

    void close(int number, String raw) {
        String mark = Placeholders.closing(number);
        originals.put(mark, isCell ? raw.replace("|", "\\|") : raw);
        text.append(mark);
    }

    /** Records a markup node found by the parser. */
    void shape(String node) {
        shape.add(node);
    }

    Segment segment(Segment.Context place) {
        return new Segment(
                text.toString().replaceAll("\\s+", " ").strip(),
                originals,
                shape.stream().sorted().toList(),
                place);
    }

    private void add(String raw, boolean isMarkdown) {
        int end = 0;
        for (MatchResult fixed : Placeholders.fixed(raw)) {
            words(raw.substring(end, fixed.start()), isMarkdown);
            whole(fixed.group());
            end = fixed.end();
        }
        words(raw.substring(end), isMarkdown);
    }

    private void words(String raw, boolean isMarkdown) {
        text.append(isMarkdown ? unescaped(raw) : raw);
    }

    private static String unescaped(String raw) {
        StringBuilder words = new StringBuilder(raw.length());
        int end = 0;
        for (MatchResult escape : ESCAPED.matcher(raw).results().toList()) {
            words.append(decoded(raw.substring(end, escape.start()))).append(escape.group(1));
            end = escape.end();
        }
        return words.append(decoded(raw.substring(end))).toString();
    }

    private static String decoded(String raw) {
        return ENTITY.matcher(raw)
                .replaceAll(found -> Matcher.quoteReplacement(Parser.unescapeEntities(found.group(), false)));
    }
}
