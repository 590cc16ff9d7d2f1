package io.eventjobs.page.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses names of people as speaker lists write them. */
public final class PersonNames {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_WORDS = 7;
    private static final Pattern SEPARATOR = Pattern.compile(
            ",\\s+|(?<!\\s)\\s++[;·•|]\\s*|[;·•|]\\s*|(?<!\\s)\\s++(?:and|und|et|y|e|&|en|och|og|i|и)\\s+");
    private static final Pattern DASH = Pattern.compile("(?<!\\s)\\s++[–—-]\\s+");
    private static final Pattern AFFILIATION = Pattern.compile("(?<!\\s)\\s*+[(\\[][^()\\[\\]]{1,120}[)\\]]\\s*$");
    private static final Set<String> NO_NAMES = Set.of(
            "tba",
            "tbd",
            "tbc",
            "n/a",
            "none",
            "unknown",
            "more",
            "all speakers",
            "speakers",
            "profile",
            "website",
            "twitter",
            "mastodon",
            "linkedin",
            "github",
            "homepage",
            "show more",
            "read more");

    private PersonNames() {}

    /** The names in a line, without text in parentheses after each; empty if it is not a list of names. */
    static List<String> in(String line) {
        List<String> names = new ArrayList<>();
        for (String part : SEPARATOR.split(line.strip())) {
            String name = plain(part);
            if (!isName(name)) {
                return names;
            }
            names.add(name);
        }
        return names;
    }

    /** A name without what follows in parentheses or after a dash. */
    public static String plain(String text) {
        String name = DASH.split(text.strip(), 2)[0];
        String without = name.length() <= 2 * MAX_LENGTH
                ? AFFILIATION.matcher(name).replaceFirst("").strip()
                : name;
        return without.isEmpty() ? name : without;
    }

    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || NO_NAMES.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        int words = text.split("\\s+").length;
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        boolean sentence =
                text.endsWith(".") && words > 3 || text.endsWith("!") || text.endsWith("?") || text.endsWith(":");
        boolean address = text.contains("://") || text.contains("@") && text.contains(".") || text.startsWith("www.");
        return letters
                && words <= MAX_WORDS
                && !sentence
                && !address
                && FactLabels.alone(text).isEmpty();
    }
}
