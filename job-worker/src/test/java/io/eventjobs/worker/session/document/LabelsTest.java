package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "ru", "uk", "tr", "ja", "zh", "ko"})
    void haveEveryWordInTheLanguage(String language) {
        assertThat(Collections.list(Labels.in("en").keys()))
                .allSatisfy(key -> assertThat(Labels.in(language).of(key)).isNotBlank());
        assertThat(Labels.in(language).of("abstract"))
                .isNotEqualTo(Labels.in("en").of("abstract"));
    }

    @Test
    void areThoseOfTheLanguageInEveryRegion() {
        assertThat(Labels.in("pt-br").of("room")).isEqualTo("Sala");
    }

    @Test
    void areEnglishForUnknownLanguagesInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Labels.in("eo").of("abstract")).isEqualTo("Abstract");
            assertThat(Labels.in("en").of("abstract")).isEqualTo("Abstract");
        } finally {
            Locale.setDefault(before);
        }
    }
}
