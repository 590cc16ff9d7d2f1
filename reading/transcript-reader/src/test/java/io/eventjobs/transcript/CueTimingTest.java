package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueTimingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:00:20 --> 00:00:24 | 20000 | 24000",
                "00:00:20,500 --> 00:00:24,250 | 20500 | 24250",
                "00:00:20.500 --> 00:00:24.250 | 20500 | 24250",
                "00:00:20:500 --> 00:00:24:250 | 20500 | 24250",
                "00:00:20;500 --> 00:00:24;250 | 20500 | 24250",
                "00:20,5 --> 00:24,25 | 20500 | 24250",
                "0:0:2 --> 0:0:4 | 2000 | 4000",
                "1:2.5 --> 1:4 | 62500 | 64000",
                "75:10.000 --> 76:12.000 | 4510000 | 4572000",
                "00:75:10,000 --> 00:76:12,000 | 4510000 | 4572000",
                "100:00:01.000 --> 100:00:02.000 | 360001000 | 360002000",
                "00:00:20,500 -> 00:00:24,250 | 20500 | 24250",
                "00:00:20,500 → 00:00:24,250 | 20500 | 24250",
                "00:00:20,500 – > 00:00:24,250 | 20500 | 24250",
                "00:00:20,500 ---> 00:00:24,250 | 20500 | 24250",
                "00:00:20,500 ==> 00:00:24,250 | 20500 | 24250",
                "00:00:20,500 --&gt; 00:00:24,250 | 20500 | 24250",
                "00:00:20,500-->00:00:24,250 | 20500 | 24250",
                "00: 00: 20, 500 -> 00: 00: 24, 250 | 20500 | 24250",
                "００：００：２０，５００ --> ００：００：２４，２５０ | 20500 | 24250",
                "\u200e00:00:20,500 --> \u200f00:00:24,250\u202c | 20500 | 24250",
                "\ufeff00:00:20,500 --> 00:00:24,250 | 20500 | 24250",
                "20.5 --> 24.25 | 20500 | 24250",
                "00:00:20,500000 --> 00:00:24,250 X1:10 X2:20 | 20500 | 24250",
                "-00:00:01,000 --> 00:00:02,000 | 0 | 2000",
                "00:00:24,000 --> 00:00:20,000 | 24000 | 24000",
            })
    void readsEverySpelling(String line, long start, long end) {
        assertThat(CueTiming.withArrow(line)).contains(new CueTiming(start, end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0:00:00.599,0:00:04.160 | 599 | 4160",
                "00:00:01,00:00:03 | 1000 | 3000",
                "00:00:01.50,00:00:03.75 | 1500 | 3750",
            })
    void readsTheLineOfSubViewer(String line, long start, long end) {
        assertThat(CueTiming.withComma(line)).contains(new CueTiming(start, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 -> 2",
                "we map a --> b",
                "00:00:99,000 --> 00:01:00,000",
                "00:00:01,000",
                "10:30 to 11:30",
                "12 --> 13",
                "00:00:01,000 <-- 00:00:02,000"
            })
    void takesNoOtherLineForATiming(String line) {
        assertThat(CueTiming.withArrow(line)).isEmpty();
        assertThat(CueTiming.withComma(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:00:99,000 --> 00:01:00,000 | true",
                "00:0x:01,000 --> 00:01:00,000 | true",
                "then a --> b | false",
                "3 --> the third | false",
            })
    void tellsAMalformedTimingFromTextWithAnArrow(String line, boolean isMeant) {
        assertThat(CueTiming.isMeant(line)).isEqualTo(isMeant);
    }
}
