package io.eventjobs.worker.session.translation.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words whose translation is settled.
 *
 * @param kept names and terms that stay as they are, letter by letter
 * @param translations of terms into the target language
 */
public record Terms(List<String> kept, SortedMap<String, String> translations) {
    public static final Terms NONE = new Terms(List.of(), new TreeMap<>());

    public Terms {
        kept = kept.stream().distinct().sorted().toList();
        translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    /** Those that stand in one of the texts. */
    public Terms in(List<String> texts) {
        List<String> names = new ArrayList<>(kept);
        names.removeIf(name -> texts.stream().noneMatch(text -> holdsName(text, name)));
        SortedMap<String, String> terms = new TreeMap<>(translations);
        terms.keySet().removeIf(term -> texts.stream().noneMatch(text -> holdsTerm(text, term)));
        return new Terms(names, terms);
    }

    /** Whether the text has the name as a word, letter by letter. */
    static boolean holdsName(String text, String name) {
        return text.contains(name)
                && asWord(Pattern.quote(name), 0).matcher(text).find();
    }

    /** Whether the text has the term as a word, in whatever case. */
    static boolean holdsTerm(String text, String term) {
        return asWord(Pattern.quote(term), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** Whether a translation has the word that was wanted, inflected or within another as languages do. */
    static boolean holdsTranslation(String text, Map.Entry<String, String> term) {
        return text.toLowerCase(Locale.ROOT).contains(term.getValue().toLowerCase(Locale.ROOT));
    }

    /** What a word of a text becomes, null if that is not settled. Names are names only as they are written. */
    @Nullable String settled(String word) {
        return kept.contains(word)
                ? word
                : translations.entrySet().stream()
                        .filter(term -> term.getKey().equalsIgnoreCase(word))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }

    /** Finds any of the words, in whatever case, the first of them that fits. */
    static Pattern anyOf(List<String> words) {
        return asWord(
                words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern asWord(String expression, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])", flags);
    }
}
