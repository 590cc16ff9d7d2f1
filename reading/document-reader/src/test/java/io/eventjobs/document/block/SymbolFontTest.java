package io.eventjobs.document.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolFontTest {
    @ParameterizedTest
    @CsvSource({
        "Wingdings, 0x6c, ●",
        "Wingdings, 0xa7, ▪",
        "Wingdings, 0xd8, ➢",
        "ABCDEF+Wingdings-Regular, 0xfc, ✓",
        "Wingdings, 0xf0e0, →",
        "Wingdings, 0x95, ❿",
        "Symbol, 0x61, α",
        "SymbolMT, 0xf0b7, •",
        "Symbol, 0xa3, ≤",
        "ZapfDingbats, 0x34, ✔",
        "Wingdings, 0x2713, ✓"
    })
    void knowsWhatACodeStandsFor(String font, String code, String character) {
        assertThat(SymbolFont.of(font).orElseThrow().character(Integer.decode(code)))
                .contains(character);
    }

    @Test
    void takesAnUnknownSymbolForABullet() {
        assertThat(SymbolFont.of("Wingdings 2").orElseThrow().text("\u0097 x")).isEqualTo("• •");
    }

    @Test
    void leavesOtherFontsAlone() {
        assertThat(SymbolFont.of("Helvetica")).isEmpty();
        assertThat(SymbolFont.of("Symbola")).isEmpty();
    }
}
