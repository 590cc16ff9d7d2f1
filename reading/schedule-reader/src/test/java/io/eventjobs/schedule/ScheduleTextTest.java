package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTextTest {
    @ParameterizedTest
    @CsvSource({
        "x-sjis,,windows-31j,会場①は髙い",
        ",shift_jis,windows-31j,会場①は髙い",
        "big5,,Big5-HKSCS,香港嘅會議",
        "iso-8859-1,,windows-1252,“quoted” – 5 €",
        "windows-1251,utf-8,windows-1251,Добрый день",
        "iso-8859-1,,UTF-8,wrongly declared: ü",
        "iso-2022-jp,,ISO-2022-JP,会場は",
    })
    void isDecodedAsTheWebReadsItsLabel(
            @Nullable String declared, @Nullable String label, String charset, String words) {
        String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        String xml = declaration + "<title>" + words + "</title>";

        ScheduleText text = ScheduleText.of(xml.getBytes(Charset.forName(charset)), label);

        assertThat(text).isEqualTo(new ScheduleText(xml, null));
    }

    @Test
    void oneByteThatDoesNotFitSpoilsNothing() throws Exception {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        xml.write("<schedule><day><room><event><title>Größe und Fülle".getBytes(StandardCharsets.UTF_8));
        xml.write(0xff);
        xml.write("</title></event></room></day></schedule>".getBytes(StandardCharsets.UTF_8));

        Schedule schedule = Schedules.of(xml.toByteArray());

        assertThat(schedule.sessions().getFirst().title()).isEqualTo("Größe und Fülle\ufffd");
        assertThat(schedule.warnings()).containsExactly("Some of its bytes are not UTF-8 and were replaced");
    }

    @ParameterizedTest
    @CsvSource({"a &#xD83D; b,a \ufffd b", "a &#55357;&#56397; b,a 👍 b", "a &#xDC4D; b,a \ufffd b"})
    void halfASurrogatePairIsReplacedAndAPairIsACharacter(String written, String title) throws Exception {
        assertThat(Schedules.of(Schedules.event("<title>" + written + "</title>"))
                        .sessions()
                        .getFirst()
                        .title())
                .isEqualTo(title);
    }

    @Test
    void halfASurrogatePairOfJsonIsReplaced() throws Exception {
        assertThat(Schedules.of("{\"schedule\": {\"events\": [{\"id\": 1, \"title\": \"a \\ud83d b\"}]}}")
                        .sessions()
                        .getFirst()
                        .title())
                .isEqualTo("a \ufffd b");
    }

    @Test
    void whatIsLeftOutIsNamed() throws Exception {
        Schedule schedule = Schedules.of(
                """
                {"next": "https://talks.test/api/?page=2", "results": [
                  {"code": "AB", "title": "Held", "state": "confirmed"}, {"code": "CD", "title": "Off", "state": "canceled"},
                  {"code": "EF", "title": "Perhaps", "state": "submitted"}]}""");

        assertThat(schedule.sessions()).extracting(ScheduledSession::title).containsExactly("Held");
        assertThat(schedule.warnings())
                .containsExactly(
                        "It is one page of a list, and the next ones are not read",
                        "1 event is cancelled and left out: Off",
                        "1 session is not confirmed and left out: Perhaps");
    }
}
