package io.eventjobs.document.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.block.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines in visual order and the expected logical order. */
class LogicalOrderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "words as they are | words as they are",
                "םינותנ ידסמל אובמ | מבוא למסדי נתונים",
                "the word םולש means peace | the word שלום means peace",
                "only two םילימ תודחא in here | only two אחדות מילים in here",
                ".2026 יף 17 | 17 ףי 2026.",
                "25 לעו )PostgreSQL 17( ינותנ | נתוני (PostgreSQL 17) ועל 25",
                "25 לעו (PostgreSQL 17) ינותנ | נתוני (PostgreSQL 17) ועל 25",
                "3.14 אוה יפ | פי הוא 3.14"
            })
    void putsLinesIntoTheOrderInWhichTheyAreRead(String seen, String read) {
        assertThat(text(LogicalOrder.of(glyphs(seen)))).isEqualTo(read);
    }

    @Test
    void keepsMarksWithTheirLettersAndLinksWithTheirWords() {
        List<Span> seen =
                List.of(new Span("ם", Span.Style.PLAIN, "https://a.test/"), Span.plain("וֹ"), Span.plain(" ש"));

        assertThat(LogicalOrder.of(seen)).extracting(Span::text).containsExactly("ש", " ", "וֹ", "ם");
        assertThat(LogicalOrder.of(seen).getLast().address()).isEqualTo("https://a.test/");
    }

    private static List<Span> glyphs(String line) {
        return line.codePoints().mapToObj(Character::toString).map(Span::plain).toList();
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
