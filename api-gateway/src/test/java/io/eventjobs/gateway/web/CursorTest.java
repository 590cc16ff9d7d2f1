package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @CsvSource({"0, job-0195-abc", "1772359200000, default/batch-1", "999999999999999999, Mine_1.2-3"})
    void isReadBackAsItWasGivenOut(long number, String id) {
        Cursor cursor = new Cursor(number, id);

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void needsNoEscapesInAnAddress() {
        assertThat(new Cursor(1_772_359_200_000L, "default/batch~~~".replace('~', '-')).text())
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void staysTheSameSoThatAPageCanBeAskedForAcrossAnUpgrade() {
        assertThat(new Cursor(10, "batch-x").text()).isEqualTo("MToxMDpiYXRjaC14");
        assertThat(Cursor.parse("MToxMDpiYXRjaC14")).isEqualTo(new Cursor(10, "batch-x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2:10:batch-x",
                "1:-1:batch-x",
                "1:x:batch-x",
                "1::batch-x",
                "1:10:",
                "1:10:{\"$gt\": \"\"}",
                "1:1234567890123456789:batch-x",
                "1:10:a b"
            })
    void isNoneThatNoListGaveOut(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
    }

    @Test
    void isNoneThatIsNotEvenEncoded() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("1:10:batch-x"));
    }

    @Test
    void namesNoLongerIdThanThereCanBe() {
        assertThat(Cursor.parse(new Cursor(1, "x".repeat(220)).text()).id()).hasSize(220);
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(new Cursor(1, "x".repeat(221)).text()));
    }
}
