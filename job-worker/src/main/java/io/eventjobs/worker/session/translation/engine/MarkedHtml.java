package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.markdown.segment.Placeholders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/**
 * A text with marks as HTML, as a whole or in pieces between its marks.
 *
 * @param pieces to be translated, in order
 * @param between texts before, between and after the pieces: one more than there are pieces
 */
record MarkedHtml(List<String> pieces, List<String> between) {
    static MarkedHtml of(String text, Terms terms, boolean isCut) {
        return isCut ? cut(text, terms) : new MarkedHtml(List.of(html(text, terms)), List.of("", ""));
    }

    /** The text made of the translations of its pieces. */
    String text(List<String> translated) {
        StringBuilder text = new StringBuilder(between.getFirst());
        for (int i = 0; i < translated.size(); i++) {
            text.append(plain(translated.get(i))).append(between.get(i + 1));
        }
        return text.toString();
    }

    private static MarkedHtml cut(String text, Terms terms) {
        List<String> pieces = new ArrayList<>();
        List<String> between = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        for (String part : Placeholders.parts(text)) {
            boolean hasWords = part.codePoints().anyMatch(Character::isLetter);
            if (!hasWords) {
                fixed.append(part);
                continue;
            }
            int start = part.length() - part.stripLeading().length();
            between.add(fixed + part.substring(0, start));
            pieces.add(html(part.strip(), terms));
            fixed = new StringBuilder(part.substring(part.stripTrailing().length()));
        }
        between.add(fixed.toString());
        return new MarkedHtml(pieces, between);
    }

    private static String html(String text, Terms terms) {
        return Placeholders.parts(text).stream()
                .map(part -> Placeholders.in(part).isEmpty() ? words(part, terms) : untouched(part))
                .collect(Collectors.joining());
    }

    private static String words(String words, Terms terms) {
        // The longest first, so that no term is found inside another.
        List<String> fixed = Stream.concat(terms.kept().stream(), terms.translations().keySet().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (fixed.isEmpty()) {
            return Entities.escape(words);
        }
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (MatchResult found : Terms.anyOf(fixed).matcher(words).results().toList()) {
            html.append(Entities.escape(words.substring(end, found.start())));
            String word = terms.fixed(found.group());
            html.append(word == null ? Entities.escape(found.group()) : untouched(word));
            end = found.end();
        }
        return html.append(Entities.escape(words.substring(end))).toString();
    }

    private static String untouched(String text) {
        return "<span translate=\"no\">" + Entities.escape(text) + "</span>";
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html)
                .body()
                .wholeText()
                .replaceAll("\\s+", " ")
                .strip();
    }
}
