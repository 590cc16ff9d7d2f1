package io.eventjobs.worker.session.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts a model's output of any kind to plain text. */
final class AnswerText {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,500})]\\([^()\\s]{0,2000}\\)");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,2000}>");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__|`)(?=\\S)([^*_`\\n]{1,500}?)(?<=\\S)\\1");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n]]+");
    private static final Pattern MARK = Pattern.compile("^\\s*(?:#{1,6} |[-*+•] |\\d{1,2}[.)] )\\s*");
    private static final Pattern NO_TAG = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_/-]+");
    private static final int MAX_TAG_LENGTH = 60;

    private final KnownAddresses addresses;

    AnswerText(KnownAddresses addresses) {
        this.addresses = addresses;
    }

    /** Paragraphs, one per line. */
    String paragraphs(String written) {
        return plain(written)
                .lines()
                .map(AnswerText::collapsed)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    String line(String written) {
        return collapsed(MARK.matcher(plain(written)).replaceFirst(""));
    }

    /** A tag as Obsidian accepts it: letters, digits, {@code _}, {@code -} and {@code /}, not only digits; empty if it is not one. */
    String tag(String written) {
        String joined = NO_TAG.matcher(line(written).toLowerCase(Locale.ROOT)).replaceAll("-");
        String tag = joined.replaceAll("-{2,}", "-").replaceAll("^[-/_]+|[-/_]+$", "");
        return tag.length() <= MAX_TAG_LENGTH && tag.codePoints().anyMatch(Character::isLetter) ? tag : "";
    }

    private String plain(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\t', ' ');
        text = CONTROLS.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll("");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        return addresses.without(text);
    }

    private static String collapsed(String line) {
        return line.replaceAll("[\\s\\u00a0]+", " ")
                .replaceAll("\\(\\s*\\)", "")
                .strip();
    }
}
