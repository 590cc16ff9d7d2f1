package io.eventjobs.page.dom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSetTest {
    private static final TokenSet WORDS = TokenSet.of("nav", "site-header");

    @ParameterizedTest
    @CsvSource({
        "nav, true",
        "'a NAV b', true",
        "'\tSite-Header ', true",
        "navy, false",
        "na, false",
        "site-headers, false",
        "x-nav, false",
        "'', false",
        "ñav, false"
    })
    void findsWholeTokensInAnyCase(String attribute, boolean isFound) {
        assertThat(WORDS.hasOneOf(attribute)).isEqualTo(isFound);
    }

    @ParameterizedTest
    @CsvSource({"Nav, true", "'nav nav', false", "'', false"})
    void containsASingleWord(String word, boolean isFound) {
        assertThat(WORDS.contains(word)).isEqualTo(isFound);
    }

    @ParameterizedTest
    @CsvSource({"998, false", "996, true"})
    void readsNoMoreOfAnAttributeThanAllOthersDo(int spaces, boolean isFound) {
        assertThat(WORDS.hasOneOf(" ".repeat(spaces) + "nav")).isEqualTo(isFound);
    }
}
