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
 * Terms whose translation is fixed.
 *
 * @param kept names and terms that stay unchanged, including their case
 * @param translations of terms into the target language
 */
public record Terms(List<String> kept, SortedMap<String, String> translations) {
    public static final Terms NONE = new Terms(List.of(), new TreeMap<>());

    public Terms {
        kept = kept.stream().distinct().sorted().toList();
        translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    /** Those that occur in one of the texts. */
    public Terms in(List<String> texts) {
        List<String> names = new ArrayList<>(kept);
        names.removeIf(name -> texts.stream().noneMatch(text -> containsName(text, name)));
        SortedMap<String, String> terms = new TreeMap<>(translations);
        terms.keySet().removeIf(term -> texts.stream().noneMatch(text -> containsTerm(text, term)));
        return new Terms(names, terms);
    }

    /** Whether the text contains the name as a word, in the same case. */
    static boolean containsName(String text, String name) {
        return text.contains(name)
                && asWord(Pattern.quote(name), 0).matcher(text).find();
    }

    /** Whether the text contains the term as a word, in any case. */
    static boolean containsTerm(String text, String term) {
        return asWord(Pattern.quote(term), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** Whether a translation contains the wanted term, perhaps inflected or as part of another word. */
    static boolean containsTranslation(String text, Map.Entry<String, String> term) {
        return text.toLowerCase(Locale.ROOT).contains(term.getValue().toLowerCase(Locale.ROOT));
    }

    /** The fixed translation of a word, null if there is none. Names must have the same case. */
    @Nullable String fixed(String word) {
        return kept.contains(word)
                ? word
                : translations.entrySet().stream()
                        .filter(term -> term.getKey().equalsIgnoreCase(word))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }

    /** Finds any of the words, in any case; the first one that matches wins. */
    static Pattern anyOf(List<String> words) {
        return asWord(
                words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern asWord(String expression, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])", flags);
    }
}
