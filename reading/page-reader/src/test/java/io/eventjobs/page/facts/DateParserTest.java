package io.eventjobs.page.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-08 at noon | 2025-03-08",
                "Sat, 8 March 2025, 14:00 | 2025-03-08",
                "March 8th, 2025 | 2025-03-08",
                "8. März 2025 | 2025-03-08",
                "08.03.2025 14:15 | 2025-03-08",
                "le 1er février 2025 | 2025-02-01",
                "8 de marzo de 2025 | 2025-03-08",
                "25/12/2025 | 2025-12-25",
                "12/25/2025 | 2025-12-25"
            })
    void readsCommonDateFormats(String text, String date) {
        assertThat(DateParser.iso(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "03/04/2025", "31.02.2025", "8 Foo 2025", "Room 8 March", "1.2.3.2025.4"})
    void doesNotGuessAmbiguousDates(String text) {
        assertThat(DateParser.iso(text)).isNull();
    }
}
