package io.eventjobs.page.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The phrases of boilerplate, in the languages of {@code phrases.txt}. */
final class Phrases {
    /** The phrases of each section by their first character. */
    private static final Map<String, Map<Character, List<String>>> SECTIONS = read();

    /** With what phrases about consent begin: they are looked for at every word of a page. */
    private static final BitSet CONSENT_BEGINS = new BitSet();

    static {
        Objects.requireNonNull(SECTIONS.get("consent")).keySet().forEach(CONSENT_BEGINS::set);
    }

    private static final Pattern COUNT = Pattern.compile("^\\d[\\d.,]*\\s*|\\s*[(（]?\\d[\\d.,]*[)）]?$");

    private Phrases() {}

    /** Whether a line leads to other pages: "Read more: …". */
    static boolean leadsElsewhere(String line) {
        return beginsWith("leads", plain(line));
    }

    /** Whether a line prompts the reader, or labels such a prompt: share, subscribe, advertisement. */
    static boolean wantsSomething(String line) {
        return beginsWith("wishes", plain(line));
    }

    /** As {@link #wantsSomething}, but with words that could also start a sentence of the text. */
    static boolean mayWantSomething(String line) {
        return beginsWith("asks", plain(line));
    }

    /** Whether a heading introduces reader comments: "3 comments", but not a longer heading such as "Comments in code". */
    static boolean headsComments(String line) {
        String plain = plain(line);
        String words = (hasDigit(plain) ? COUNT.matcher(plain).replaceAll("") : plain).strip();
        for (String phrase : candidates("comments", words)) {
            boolean several = phrase.indexOf(' ') > 0;
            if (words.equals(phrase) || words.equals(phrase + ":") || several && words.startsWith(phrase + " ")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a line is only the label of a button, a box or a link. */
    static boolean isLabel(String line) {
        String plain = plain(line);
        return candidates("alone", plain).contains(plain);
    }

    /** Whether a paragraph asks for consent to cookies. */
    static boolean asksForConsent(String paragraph) {
        String lower = paragraph.toLowerCase(Locale.ROOT);
        Map<Character, List<String>> consents = Objects.requireNonNull(SECTIONS.get("consent"));
        for (int i = 0; i < lower.length(); i++) {
            boolean begins = CONSENT_BEGINS.get(lower.charAt(i))
                    && (i == 0 || !Character.isLetter(lower.charAt(i - 1)) || lower.charAt(i) > 0x2e80);
            if (begins) {
                for (String phrase : consents.getOrDefault(lower.charAt(i), List.of())) {
                    if (lower.startsWith(phrase, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean beginsWith(String section, String line) {
        for (String phrase : candidates(section, line)) {
            if (line.startsWith(phrase) && endsThere(line, phrase)) {
                return true;
            }
        }
        return false;
    }

    /** A short phrase must end at a word boundary, except in scripts that do not separate words; longer phrases may be stems. */
    private static boolean endsThere(String line, String phrase) {
        return phrase.length() > 5
                || !Character.isLetter(phrase.charAt(phrase.length() - 1))
                || line.length() == phrase.length()
                || !Character.isLetter(line.charAt(phrase.length()))
                || line.charAt(0) > 0x2e80;
    }

    private static List<String> candidates(String section, String line) {
        return line.isEmpty()
                ? List.of()
                : Objects.requireNonNull(SECTIONS.get(section)).getOrDefault(line.charAt(0), List.of());
    }

    private static String plain(String line) {
        int start = 0;
        while (start < line.length() && !Character.isLetterOrDigit(line.charAt(start)) && line.charAt(start) != '©') {
            start++;
        }
        int end = line.length();
        while (end > start && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == ':')) {
            end--;
        }
        String words = line.substring(start, end).toLowerCase(Locale.ROOT);
        return end < line.length() && line.charAt(end) == ':' ? words + ":" : words;
    }

    private static Map<String, Map<Character, List<String>>> read() {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, Map<Character, List<String>>> sections = new HashMap<>();
            Map<Character, List<String>> section = new HashMap<>();
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), fresh -> new HashMap<>());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    section.computeIfAbsent(line.charAt(0), fresh -> new ArrayList<>())
                            .add(line);
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
