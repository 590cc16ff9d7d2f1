package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins lines of text and words hyphenated at line ends. A hyphen stays if it belongs to the word: as spelled elsewhere in the document,
 * between numbers, names and addresses, and in compounds of several words.
 */
final class WordJoiner {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern END = Pattern.compile("(\\S*?)([\\p{L}\\p{N}]+)([-\\u2010\\u2013])$");
    private static final Pattern START = Pattern.compile("^([\\p{L}\\p{N}]+)");
    private static final int MAX_WORDS = 200_000;
    /** What precedes a line's end matters no further. */
    private static final int MAX_TAIL = 80;

    /** Within a compound these are words of their own, and no first syllables of others. */
    private static final Set<String> FUNCTIONS = Set.of(
            "the", "of", "to", "in", "and", "by", "for", "on", "at", "up", "or", "a", "as", "all", "with", "per", "out",
            "non");

    /** Words that mostly stand before a hyphen, and rarely are first syllables. */
    private static final Set<String> COMPOUNDING = Set.of(
            "self", "well", "high", "low", "long", "short", "real", "open", "large", "small", "full", "cross", "peer",
            "first", "second", "third", "two", "three", "four");

    private static final Pattern ENDING = Pattern.compile(
            "e[rdns]?s?|est|ly|ing|ity|ism|ist|i[sz]ed?|al|ie[sd]|age|ive|ish|ness|ities|light.*|over|ments?|itud.*|cut");

    private static final Pattern TENS = Pattern.compile("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety");
    private static final Pattern ONES = Pattern.compile("one|two|three|four|five|six|seven|eight|nine");

    private final Set<String> words = new HashSet<>();

    /** Records the words of a line, without what may be the rest or the start of a parted one. */
    void learn(String line) {
        Matcher word = WORD.matcher(line);
        while (words.size() < MAX_WORDS && word.find()) {
            boolean isPart = word.start() == 0 || word.end() == line.length() - 1 && line.endsWith("-");
            if (!isPart || word.group().indexOf('-') > 0) {
                words.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether a line ends in a hyphenated word or number that continues on the next line. */
    static boolean isParted(String before, String after) {
        Matcher end = END.matcher(tail(before.stripTrailing()));
        if (!end.find() || after.isBlank()) {
            return false;
        }
        int next = after.strip().codePointAt(0);
        boolean isRange = endsInDigit(end.group(2)) && Character.isDigit(next);
        boolean isHyphen = !end.group(3).equals("\u2013");
        Matcher start = START.matcher(after.strip());
        boolean areCapitals = isCapital(end.group(2)) && start.find() && isCapital(start.group(1));
        return isRange || isHyphen && (areCapitals || Character.isLowerCase(next) || Character.isDigit(next));
    }

    List<Span> join(List<Span> before, List<Span> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() ? after : before;
        }
        List<Span> joined = new ArrayList<>(before);
        Span last = joined.removeLast();
        Matcher end = END.matcher(tail(last.text()));
        Matcher start = START.matcher(after.getFirst().text());
        if (end.find() && start.find() && isOneToken(end, start.group(1))) {
            boolean isOneWord = !startsCompound(after.getFirst().text(), start.group(1))
                    && isOneWord(end.group(1), end.group(2), start.group(1));
            String text = isOneWord ? last.text().substring(0, last.text().length() - 1) : last.text();
            joined.add(new Span(text, last.style(), last.address()));
        } else {
            joined.add(last);
            joined.add(Span.plain(" "));
        }
        joined.addAll(after);
        return joined;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - MAX_TAIL));
    }

    /** A dash joins numbers only. */
    private static boolean isOneToken(Matcher end, String start) {
        boolean isDash = end.group(3).equals("\u2013");
        return !isDash || endsInDigit(end.group(2)) && Character.isDigit(start.charAt(0));
    }

    /** @param prefix of the same token, before the last word */
    private boolean isOneWord(String prefix, String start, String end) {
        String first = start.toLowerCase(Locale.ROOT);
        String second = end.toLowerCase(Locale.ROOT);
        boolean areCapitals = isCapital(start) && isCapital(end);
        if (words.contains(first + "-" + second)
                || endsInDigit(start)
                || start.length() == 1
                || TENS.matcher(first).matches() && ONES.matcher(second).matches()
                || !Character.isLowerCase(end.codePointAt(0)) && !areCapitals
                || prefix.contains("/")
                || prefix.contains("@")
                || prefix.contains("_")) {
            return false;
        }
        if (words.contains(first + second)) {
            return true;
        }
        boolean isCompound = prefix.endsWith("-") && (FUNCTIONS.contains(first) || words.contains(second));
        boolean arePair = COMPOUNDING.contains(first) && !ENDING.matcher(second).matches();
        boolean areWords = first.length() > 3 && second.length() > 3 && words.contains(first) && words.contains(second);
        return !isCompound && !arePair && !areWords;
    }

    /** As in {@code to-day} after {@code day-}. */
    private static boolean startsCompound(String text, String start) {
        return text.startsWith("-", start.length()) && FUNCTIONS.contains(start.toLowerCase(Locale.ROOT));
    }

    private static boolean isCapital(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }

    private static boolean endsInDigit(String word) {
        return Character.isDigit(word.charAt(word.length() - 1));
    }
}
