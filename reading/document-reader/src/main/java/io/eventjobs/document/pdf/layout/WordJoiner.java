package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines of text and words hyphenated at line ends, using the spelling found elsewhere in the document. */
final class WordJoiner {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern END = Pattern.compile("([\\p{L}\\p{N}]+)[-\\u2010]$");
    private static final Pattern START = Pattern.compile("^(\\p{L}+)");
    private static final int MAX_WORDS = 200_000;

    private final Set<String> words = new HashSet<>();

    /** Records the words of a line. */
    void learn(String line) {
        Matcher word = WORD.matcher(line);
        while (words.size() < MAX_WORDS && word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a line ends in a hyphenated word that continues on the next line. */
    static boolean isParted(String before, String after) {
        return END.matcher(before.stripTrailing()).find()
                && !after.isBlank()
                && Character.isLowerCase(after.strip().codePointAt(0));
    }

    List<Span> join(List<Span> before, List<Span> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() ? after : before;
        }
        List<Span> joined = new ArrayList<>(before);
        Span last = joined.removeLast();
        Matcher end = END.matcher(last.text());
        Matcher start = START.matcher(after.getFirst().text());
        if (end.find() && start.find()) {
            boolean isOneWord = isOneWord(end.group(1), start.group(1));
            String text = isOneWord ? last.text().substring(0, last.text().length() - 1) : last.text();
            joined.add(new Span(text, last.style(), last.address()));
        } else {
            joined.add(last);
            joined.add(Span.plain(" "));
        }
        joined.addAll(after);
        return joined;
    }

    private boolean isOneWord(String start, String end) {
        if (words.contains((start + "-" + end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        return Character.isLowerCase(end.codePointAt(0)) && !Character.isDigit(start.charAt(start.length() - 1));
    }
}
