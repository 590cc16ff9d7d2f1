package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that schedules write in several forms. */
class WrittenFormsTest {
    @ParameterizedTest
    @CsvSource({
        "en, en",
        "eng, en",
        "ger, de",
        "de-ch, de-CH",
        "pt_BR, pt-BR",
        "English, en",
        "Deutsch, de",
        "de-formal, de",
        "zh-hans, zh-Hans",
    })
    void languages(String written, String tag) {
        assertThat(LanguageTag.of(written)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"klingonese", "''", "12", "??"})
    void unknownLanguagesAreNull(String written) {
        assertThat(LanguageTag.of(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0:20, PT20M", "00:20, PT20M", "00:20:00, PT20M", "1:30, PT1H30M", "PT45M, PT45M", "25, PT25M"})
    void durations(String written, Duration duration) {
        assertThat(SlotTimes.duration(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "9:05, 09:05",
        "09:05:00, 09:05",
        "14.30, 14:30",
        "14h30, 14:30",
        "9:05 am, 09:05",
        "12:05 AM, 00:05",
        "12:30pm, 12:30",
        "2:30 p.m., 14:30"
    })
    void timesOfDay(String written, LocalTime time) {
        assertThat(SlotTimes.time(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"25:00", "9", "9:5:5:5", "noon", "''", "10:60"})
    void invalidTimesOfDayAreNull(String written) {
        assertThat(SlotTimes.time(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"soon", "''", "9999999", "-5", "1:2:3:4"})
    void invalidDurationsAreNull(String written) {
        assertThat(SlotTimes.duration(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-01T10:35:00+01:00, 2025-02-01T10:35",
        "2025-02-01T09:35:00Z, 2025-02-01T10:35",
        "2025-02-01T09:35:00.000Z, 2025-02-01T10:35",
        "2025-02-01T10:35:00+0100, 2025-02-01T10:35",
        "2025-02-01T10:35, 2025-02-01T10:35",
        "2025-02-01 10:35:00, 2025-02-01T10:35",
        "2025-07-01T08:00:00Z, 2025-07-01T10:00",
    })
    void moments(String written, LocalDateTime inBrussels) {
        assertThat(SlotTimes.in(ZoneId.of("Europe/Brussels")).moment(written)).isEqualTo(inBrussels);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.test/x_(y).pdf, https://a.test/x_(y).pdf",
        "https://a.test/é ü, https://a.test/é%20ü",
        "/x?1, https://base.test/x?1",
        "x/y, https://base.test/dir/x/y",
        "//cdn.test/x, https://cdn.test/x",
        "www.a.test, https://www.a.test",
        "a b.pdf, https://base.test/dir/a%20b.pdf",
    })
    void addresses(String written, String absolute) {
        assertThat(WebAddress.absolute(URI.create("https://base.test/dir/"), written))
                .isEqualTo(absolute);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "mailto:ada@a.test", "http://", "file:///etc/passwd", "''"})
    void onlyWebAddressesAreAccepted(String written) {
        assertThat(WebAddress.absolute(URI.create("https://base.test/"), written))
                .isNull();
    }

    @Test
    void markupIsDetectedFromTheText() {
        assertThat(Prose.guessed("<p>One</p>").markup()).isEqualTo(Prose.Markup.HTML);
        assertThat(Prose.guessed("a < b and c > d").markup()).isEqualTo(Prose.Markup.PLAIN);
        assertThat(Prose.guessed("See [this](https://a.test/)").markup()).isEqualTo(Prose.Markup.MARKDOWN);
        assertThat(Prose.guessed("One\n\nTwo").markup()).isEqualTo(Prose.Markup.PLAIN);
        assertThat(Prose.written("One").markup()).isEqualTo(Prose.Markup.MARKDOWN);
    }
}
