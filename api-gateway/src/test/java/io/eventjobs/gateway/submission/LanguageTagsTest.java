package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {
    @ParameterizedTest
    @CsvSource({
        "FR, fr",
        "fra, fr",
        "deu, de",
        "pt-br, pt-BR",
        "zh-hant-tw, zh-Hant-TW",
        "sr-LATN, sr-Latn",
        "es-419, es-419",
        "iw, he",
        "fil, fil",
        "gsw, gsw",
        "de-1901, de-1901"
    })
    void meanOneLanguageHoweverTheyAreWritten(String written, String canonical) {
        assertThat(LanguageTags.canonical(written)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "english",
                "xx",
                "qqq",
                "en-QQ",
                "en-Abcd",
                "mul",
                "und",
                "x-private",
                "en us",
                "en_US",
                "en--US",
                "日本"
            })
    void thatNameNoLanguageAreNone(String tag) {
        assertThat(LanguageTags.canonical(tag)).isEmpty();
    }
}
