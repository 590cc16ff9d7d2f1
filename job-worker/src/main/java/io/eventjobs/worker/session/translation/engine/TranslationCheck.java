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

/** Judges translations by what any translation of a text has in common with it. Pure. */
final class TranslationCheck {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?:|www\\.|\\b[\\w.+-]+@[\\w-]+\\.\\w|\\b(?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev|app|info|biz)\\b");
    private static final Pattern GROUPING =
            Pattern.compile("(?<=\\p{Nd})[.,:'’\\u00a0\\u202f](?=\\p{Nd})" + "|(?<=\\p{Nd}) (?=\\p{Nd}{3}(?!\\p{Nd}))");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

    /** Of shorter texts, length and likeness say nothing: names and terms are the same in many languages. */
    private static final int SHORT = 24;

    private static final int FEW_WORDS = 6;

    private final LanguagePair languages;
    private final Terms terms;

    TranslationCheck(LanguagePair languages, Terms terms) {
        this.languages = languages;
        this.terms = terms;
    }

    /** What is wrong with the answers, by the place of the text; nothing of those that are right. */
    Map<Integer, TranslationFault> faults(List<String> texts, Map<Integer, String> answers) {
        Map<Integer, TranslationFault> faults = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<TranslationFault> fault = fault(texts.get(i), answers.getOrDefault(i, ""));
            if (fault.isPresent()) {
                faults.put(i, fault.get());
            }
        }
        repeated(texts, answers).forEach(place -> faults.put(place, TranslationFault.REPEATED));
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
        if (before.equals(after) && before.split("\\s+").length >= FEW_WORDS) {
            return Optional.of(TranslationFault.UNTRANSLATED);
        }
        return termFault(before, after);
    }

    private Optional<TranslationFault> termFault(String before, String after) {
        boolean names = terms.kept().stream().allMatch(name -> !Terms.holdsName(before, name) || after.contains(name));
        if (!names) {
            return Optional.of(TranslationFault.NAMES);
        }
        boolean glossary = terms.translations().entrySet().stream()
                .allMatch(term -> !Terms.holdsTerm(before, term.getKey()) || Terms.holdsTranslation(after, term));
        return glossary ? Optional.empty() : Optional.of(TranslationFault.GLOSSARY);
    }

    /** Answers that are the same for several long texts: whoever gives them translates none. */
    private static Set<Integer> repeated(List<String> texts, Map<Integer, String> answers) {
        Map<String, Integer> first = new HashMap<>();
        Set<Integer> repeated = new HashSet<>();
        answers.forEach((place, answer) -> {
            if (place < texts.size() && texts.get(place).length() > SHORT) {
                Integer earlier = first.putIfAbsent(answer, place);
                if (earlier != null && !texts.get(earlier).equals(texts.get(place))) {
                    repeated.add(earlier);
                    repeated.add(place);
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

    /** Languages write thousands and decimals, and lists of numbers, in their own ways; the digits stay. */
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
        return after.length() <= before.length() * max + SHORT
                && (before.length() <= SHORT || after.length() >= before.length() * min);
    }
}
