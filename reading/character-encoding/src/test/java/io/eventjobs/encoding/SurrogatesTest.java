package io.eventjobs.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurrogatesTest {
    @ParameterizedTest
    @CsvSource({
        "\\ud83d, \ufffd",
        "a\\ud83d b, a\ufffd b",
        "\\ude00\\ud83d, \ufffd\ufffd",
        "\\ud83d\\ud83d\\ude00, \ufffd\ud83d\ude00",
        "\\ud83d\\ude00\\ude00, \ud83d\ude00\ufffd"
    })
    void halfOfAPairIsReplaced(String escaped, String whole) {
        String text = unescaped(escaped);

        assertThat(Surrogates.hasUnpaired(text)).isTrue();
        assertThat(Surrogates.replaceUnpaired(text)).isEqualTo(whole);
    }

    @Test
    void textWithoutHalvesIsReturnedAsItIs() {
        String text = "a \ud83d\ude00 b";

        assertThat(Surrogates.hasUnpaired(text)).isFalse();
        assertThat(Surrogates.replaceUnpaired(text)).isSameAs(text);
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean isEscape = text.startsWith("\\u", at);
            result.append(isEscape ? (char) Integer.parseInt(text, at + 2, at + 6, 16) : text.charAt(at));
            at += isEscape ? 5 : 0;
        }
        return result.toString();
    }
}
