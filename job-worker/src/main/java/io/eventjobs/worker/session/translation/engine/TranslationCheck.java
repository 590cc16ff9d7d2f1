package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.markdown.segment.Placeholders;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks translations for what every translation has in common with its text. Pure. */
final class TranslationCheck {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?:|www\\.|\\b[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w|\\b(?:[a-z0-9-]{1,63}\\.){1,4}(?:com|org|net|io|dev|app|info|biz)\\b");
    private static final Pattern GROUPING =
            Pattern.compile("(?<=\\p{Nd})[.,:'’\\u00a0\\u202f](?=\\p{Nd})" + "|(?<=\\p{Nd}) (?=\\p{Nd}{3}(?!\\p{Nd}))");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

    /** In shorter texts length and equality mean nothing: names and terms are the same in many languages. */
    private static final int SHORT_LENGTH = 24;

    private static final int MIN_WORDS = 6;

    private final LanguagePair languages;
    private final Terms terms;

    TranslationCheck(LanguagePair languages, Terms terms) {
        this.languages = languages;
        this.terms = terms;
    }

    /** The faults of translations, by index of the text; acceptable translations are not listed. */
    Map<Integer, TranslationFault> faults(List<String> texts, Map<Integer, String> answers) {
        Map<Integer, TranslationFault> faults = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<TranslationFault> fault = fault(texts.get(i), answers.getOrDefault(i, ""));
            if (fault.isPresent()) {
                faults.put(i, fault.get());
            }
        }
        repeated(texts, answers).forEach(index -> faults.put(index, TranslationFault.REPEATED));
        return faults;
    }

    Optional<TranslationFault> fault(String text, String translated) {
        String before = Placeholders.removed(text);
        String after = Placeholders.removed(translated);
        if (after.isBlank()) {
            return Optional.of(TranslationFault.MISSING);
        }
        if (!Placeholders.areKept(text, translated)) {
            return Optional.of(TranslationFault.MARKS);
        }
        if (hasNewAddress(before, after)) {
            return Optional.of(TranslationFault.ADDRESSES);
        }
        if (!sameNumbers(before, after)) {
            return Optional.of(TranslationFault.NUMBERS);
        }
        if (!hasLikelyLength(before, after)) {
            return Optional.of(TranslationFault.LENGTH);
        }
        if (before.equals(after) && before.split("\\s+").length >= MIN_WORDS) {
            return Optional.of(TranslationFault.UNTRANSLATED);
        }
        return termFault(before, after);
    }

    private Optional<TranslationFault> termFault(String before, String after) {
        boolean names =
                terms.kept().stream().allMatch(name -> !Terms.containsName(before, name) || after.contains(name));
        if (!names) {
            return Optional.of(TranslationFault.NAMES);
        }
        boolean glossary = terms.translations().entrySet().stream()
                .allMatch(term -> !Terms.containsTerm(before, term.getKey()) || Terms.containsTranslation(after, term));
        return glossary ? Optional.empty() : Optional.of(TranslationFault.GLOSSARY);
    }

    /** Equal translations of different long texts: at most one of them can be right. */
    private static Set<Integer> repeated(List<String> texts, Map<Integer, String> answers) {
        Map<String, Integer> first = new HashMap<>();
        Set<Integer> repeated = new HashSet<>();
        answers.forEach((index, answer) -> {
            if (index < texts.size() && texts.get(index).length() > SHORT_LENGTH) {
                Integer earlier = first.putIfAbsent(answer, index);
                if (earlier != null && !texts.get(earlier).equals(texts.get(index))) {
                    repeated.add(earlier);
                    repeated.add(index);
                }
            }
        });
        return repeated;
    }

    private static boolean hasNewAddress(String before, String after) {
        Set<String> known = new HashSet<>();
        ADDRESS.matcher(before).results().forEach(found -> known.add(found.group()));
        return ADDRESS.matcher(after).results().anyMatch(found -> !known.contains(found.group()));
    }

    /** Languages format thousands, decimals and lists of numbers differently; the digits are the same. */
    private static boolean sameNumbers(String before, String after) {
        List<String> one = numbers(before);
        List<String> other = numbers(after);
        return one.stream().sorted().toList().equals(other.stream().sorted().toList())
                || String.join("", one).equals(String.join("", other));
    }

    private static List<String> numbers(String text) {
        return DIGITS.matcher(GROUPING.matcher(text).replaceAll(""))
                .results()
                .map(found -> latin(found.group()))
                .toList();
    }

    private static String latin(String digits) {
        StringBuilder latin = new StringBuilder();
        digits.codePoints().forEach(digit -> latin.append(Character.digit(digit, 10)));
        return latin.toString();
    }

    private boolean hasLikelyLength(String before, String after) {
        boolean shrinks = languages.target().isDense() && !languages.source().isDense();
        boolean grows = languages.source().isDense() && !languages.target().isDense();
        double min = shrinks ? 0.12 : grows ? 0.9 : 0.4;
        double max = shrinks ? 1.4 : grows ? 8 : 2.5;
        return after.length() <= before.length() * max + SHORT_LENGTH
                && (before.length() <= SHORT_LENGTH || after.length() >= before.length() * min);
    }
}
