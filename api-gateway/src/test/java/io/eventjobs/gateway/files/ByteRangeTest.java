package io.eventjobs.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 100;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-99, 0, 100",
        "bytes=10-19, 10, 10",
        "bytes=99-99, 99, 1",
        "bytes=10-, 10, 90",
        "bytes=-10, 90, 10",
        "' bytes=5-6 ', 5, 2"
    })
    void asksForAPartOfTheFile(String header, long offset, long length) {
        ByteRange.Requested asked = ByteRange.of(header, SIZE);

        assertThat(asked.satisfiable()).isTrue();
        assertThat(asked.range()).contains(new ByteRange(offset, length));
    }

    @ParameterizedTest
    @CsvSource({"bytes=50-1000, 50, 50", "bytes=-1000, 0, 100", "bytes=0-999999999999999999, 0, 100"})
    void endsWhereTheFileEnds(String header, long offset, long length) {
        assertThat(ByteRange.of(header, SIZE).range()).contains(new ByteRange(offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=999999999999999999-", "bytes=-0"})
    void cannotBeServedOutsideOfTheFile(String header) {
        assertThat(ByteRange.of(header, SIZE).satisfiable()).isFalse();
        assertThat(ByteRange.of(header, SIZE).range()).isEmpty();
    }

    @Test
    void cannotBeServedOfAnEmptyFile() {
        assertThat(ByteRange.of("bytes=0-", 0).satisfiable()).isFalse();
        assertThat(ByteRange.of(null, 0).satisfiable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=19-10",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "items=0-1",
                "bytes = 0-1",
                "Bytes=0--1",
                "bytes=1234567890123456789-"
            })
    void thatIsNotUnderstoodIsIgnored(String header) {
        assertThatTheWholeFileIsServed(header);
    }

    @Test
    void thatIsNotAskedForIsTheWholeFile() {
        assertThatTheWholeFileIsServed(null);
    }

    private static void assertThatTheWholeFileIsServed(@Nullable String header) {
        assertThat(ByteRange.of(header, SIZE).satisfiable()).isTrue();
        assertThat(ByteRange.of(header, SIZE).range()).isEmpty();
    }
}
