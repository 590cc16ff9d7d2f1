package io.eventjobs.page.dom;

import java.util.Locale;
import java.util.Set;

/**
 * Words that are looked for among the tokens of an attribute. Most tokens are none by their length or first letter, and cost nothing else.
 * Immutable.
 */
public final class TokenSet {
    private final Set<String> words;
    private final int shortest;
    private final int longest;
    private final boolean[] firstLetters = new boolean[128];

    private TokenSet(Set<String> words) {
        this.words = Set.copyOf(words);
        this.shortest = words.stream().mapToInt(String::length).min().orElse(1);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
        words.forEach(word -> firstLetters[word.charAt(0)] = true);
    }

    /** @param words in lower case, in ASCII */
    public static TokenSet of(String... words) {
        return new TokenSet(Set.of(words));
    }

    /** Whether the attribute has one of the words, in any case, among as many characters as {@link AttributeTokens} reads. */
    public boolean hasOneOf(String attribute) {
        int length = Math.min(attribute.length(), AttributeTokens.MAX_LENGTH);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || attribute.charAt(i) <= ' ') {
                if (isOne(attribute, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Whether this is one of the words, in any case. */
    public boolean contains(String word) {
        return isOne(word, 0, word.length());
    }

    private boolean isOne(String text, int start, int end) {
        if (end - start < shortest || end - start > longest) {
            return false;
        }
        char first = Character.toLowerCase(text.charAt(start));
        return first < firstLetters.length
                && firstLetters[first]
                && words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
