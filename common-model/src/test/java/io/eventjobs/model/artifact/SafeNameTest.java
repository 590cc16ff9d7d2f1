package io.eventjobs.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "Closing FOSDEM, Closing FOSDEM",
        "AC/DC: live?, AC-DC - live",
        "'Rust: why, and when?', 'Rust - why, and when'",
        "'Why? And how? (part 2)', 'Why And how (part 2)'",
        "From 10:30 | Room A / B, From 10-30 - Room A - B",
        "The \"new\" way, The 'new' way",
        "../../etc/passwd, _.._etc-passwd",
        "C:\\Windows, C__Windows",
        "' padded  with   spaces ', padded with spaces",
        "Größe und Übermaß, Größe und Übermaß",
        "講演 1, 講演 1",
        "trailing dots..., trailing dots",
        "CON, _CON",
        "nul.md, _nul.md",
        "console, console",
        "[[link]] #tag ^block, ((link)) _tag _block",
        "100 %, 100 %",
        "%2e%2e%2fpasswd, _2e_2e_2fpasswd",
    })
    void aTextBecomesOneSegmentThatEveryoneCanStore(String text, String name) {
        assertThat(SafeName.of(text, "untitled")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", ". .", "\u0000\u0007", "\u200b\u200e", "\ud800"})
    void theFallbackIsUsedIfNothingRemains(String text) {
        assertThat(SafeName.of(text, "untitled")).isEqualTo("untitled");
    }

    @Test
    void charactersThatTurnTheReadingDirectionVanish() {
        assertThat(SafeName.of("invoice\u202efdp.exe", "x")).isEqualTo("invoicefdp.exe");
    }

    @Test
    void lettersWithMarksHaveOneForm() {
        assertThat(SafeName.of("Cafe\u0301", "x")).isEqualTo("Caf\u00e9");
        assertThat(SafeName.of("Cafe\u200d\u0301", "x")).isEqualTo("Caf\u00e9");
    }

    @Test
    void aNameIsCutBetweenCharacters() {
        assertThat(SafeName.of("😀".repeat(40), "x")).isEqualTo("😀".repeat(30));
    }

    @Property
    void aNameIsAlwaysOneBoundedSegment(@ForAll String text) {
        String name = SafeName.of(text, "untitled");
        assertThat(name).isNotBlank().doesNotContainPattern("[\\\\/:*?\"<>|\\p{Cntrl}]");
        assertThat(name).isNotIn(".", "..").doesNotStartWith(".").doesNotEndWith(".");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(SafeName.MAX_BYTES);
        assertThat(Path.of(name).getNameCount()).isOne();
    }

    @Property
    void aSafeNameStaysAsItIs(@ForAll String text) {
        String name = SafeName.of(text, "untitled");
        assertThat(SafeName.of(name, "untitled")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"session.md, session", "Session.MD, Session", "a.md.md, a", "a.b, a.b", ".md, untitled"})
    void anExtensionIsNeverThereTwice(String text, String stem) {
        assertThat(SafeName.stem(text, ".md", "untitled")).isEqualTo(stem);
    }
}
