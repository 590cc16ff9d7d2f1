package io.eventjobs.system.patterns;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.system.patterns.HostileTexts.Hostile;
import io.eventjobs.system.patterns.UsedExpressions.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No regular expression takes more than linear time, counted in characters looked at, or more than a bounded stack, for a text that is made
 * against it.
 */
class PatternsTest {
    private static final int FEW = 250;
    private static final int MANY = 4 * FEW;
    private static final int MAX_GROWTH = 7;
    private static final long MAX_LOOKS = 3_000_000;

    /** Expressions, by the beginnings of their names, that are slow for a text that they never get. */
    private static final Map<String, String> JUSTIFIED = Map.ofEntries(
            entry("ChatClient: /+$", "an address that the operator sets"),
            entry("SpeechClient: /+$", "an address that the operator sets"),
            entry("LibreTranslator: (?:/translate)?", "an address that the operator sets"),
            entry("KafkaProbe: ", "addresses that the operator sets"),
            entry("UploadsCommand: /.*$", "what the caller of the command writes"),
            entry("AddressParser: (?i)[a-z0-9_](?:", "a name of at most 253 characters"),
            entry("ResponseReader: [!#$%&", "a whole media type: two parts of at most 100 characters"),
            entry("Placeholders: ", "at most some thousand characters from each of its beginnings"),
            entry("Phrases: ^\\d", "a heading of bounded length"),
            entry("ClosedPanels: ", "a text of bounded length"),
            entry("IndicoPage: ^[(", "at most 300 characters"),
            entry("IndicoPage: (https?", "a whole address: it is not looked for within a text"),
            entry("WordJoiner: (\\S*?)", "the last characters of a line"),
            entry("StreamedParts: (.*)S:", "a whole id: it is not looked for within a text"),
            entry("ScriptedChapters: [^?#]*", "a whole address: it is not looked for within a text"),
            entry("PretalxPage: [A-Z][A-Za-z]+", "a whole name: it is not looked for within a text"),
            entry("WebAddress: [A-Za-z][A-Za-z0-9+.-]*:", "only at the beginning of an address"),
            entry("CueTiming: ", "only at the beginning of a line"),
            entry("ChartNumber: (?i)(?=.*[dy])", "at most as long as a format may be"));

    @Test
    void everyExpressionIsLinear() throws Exception {
        List<Expression> expressions = UsedExpressions.all();
        assertThat(expressions).hasSizeGreaterThan(200);

        List<String> slow = new ArrayList<>();
        for (Expression expression : expressions) {
            if (JUSTIFIED.keySet().stream().anyMatch(expression.name()::startsWith)) {
                continue;
            }
            hardest(expression.pattern(), expression.searched())
                    .ifPresent(text -> slow.add(expression.name() + "   " + text));
        }

        assertThat(slow).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+\\1b", "\\s*(.*?)\\s*$", "(\\w+\\.)*\\w+@", "\\s+$", "<a.*?>x", ",\\s+|\\s*[;|]\\s*"})
    void whatBacktracksForLongIsFound(String expression) {
        assertThat(hardest(Pattern.compile(expression), true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+", "\\s++", "[a-z]{1,9}", "(?:ab)*+", "[^,]*+,"})
    void whatDoesNotIsNot(String expression) {
        assertThat(hardest(Pattern.compile(expression), false)).isEmpty();
    }

    @Test
    void aMatchThatTakesTooLongIsEnded() {
        CountedText text = new CountedText("a".repeat(64), 10);

        assertThatThrownBy(() -> Pattern.compile("a*b").matcher(text).matches())
                .isInstanceOf(CountedText.TooManyLooks.class);
    }

    private static Optional<Hostile> hardest(Pattern pattern, boolean searched) {
        return new HostileTexts(pattern)
                .all().stream().filter(text -> isSlow(pattern, searched, text)).findFirst();
    }

    private static boolean isSlow(Pattern pattern, boolean searched, Hostile text) {
        long few = looks(pattern, searched, text.times(FEW));
        return few >= MAX_LOOKS || looks(pattern, searched, text.times(MANY)) > MAX_GROWTH * Math.max(few, MANY);
    }

    private static long looks(Pattern pattern, boolean searched, String text) {
        CountedText counted = new CountedText(text, MAX_LOOKS);
        Matcher matcher = pattern.matcher(counted);
        try {
            if (searched) {
                while (matcher.find()) {
                    // Each match is looked at, as a replacement does.
                }
            } else {
                matcher.matches();
            }
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return MAX_LOOKS;
        }
        return counted.looks();
    }
}
