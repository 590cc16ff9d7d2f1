package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubtitlesTest {
    private static final String SRT =
            """
            1
            00:00:01,000 --> 00:00:02,500
            <i>Grüße</i> {\\an8}aus

            2
            0:00:02,600 --> 0:00:04,000
            dem Hörsaal.
            """;

    @Test
    void readsSubRip() {
        assertThat(passages(SRT.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Passage(1_000L, null, "Grüße aus dem Hörsaal."));
    }

    @Test
    void leavesOutMarksOfByteOrderAndDirectionWithinAFile() {
        String file = "\ufeff\ufeff1\n00:00:01,000 --> 00:00:02,000\n\u202bשלום\u202c\n\n"
                + "\ufeff2\n\u200e00:00:03,000 --> 00:00:04,000\n\u202aworld\u202c\n";

        assertThat(passages(file.getBytes(StandardCharsets.UTF_8)))
                .extracting(Passage::text)
                .containsExactly("שלום world");
    }

    @Test
    void readsInvalidUtf8AsWindows1252() {
        assertThat(passages(SRT.getBytes(Charset.forName("windows-1252"))))
                .extracting(Passage::text)
                .containsExactly("Grüße aus dem Hörsaal.");
    }

    @Test
    void readsUtf16WithItsMark() {
        assertThat(passages(SRT.getBytes(StandardCharsets.UTF_16)))
                .extracting(Passage::text)
                .containsExactly("Grüße aus dem Hörsaal.");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16BE,,en",
        "UTF-16LE,,en",
        "UTF-16LE,utf-8,en",
        "UTF-8,iso-8859-1,en",
        "UTF-8,utf-16,de",
        "windows-1252,utf-8,en",
        "windows-1252,no-such-charset,en",
        "windows-1252,windows-1252,ru",
        "ISO-8859-1,iso-8859-1,de",
        "windows-1252,,",
    })
    void detectsTheCharsetDespiteAWrongHeader(String written, String named, String language) {
        byte[] file = SRT.getBytes(Charset.forName(written));

        assertThat(Subtitles.read(file, named, language == null ? "" : language, Chapters.NONE, "x")
                        .transcript()
                        .passages())
                .extracting(Passage::text)
                .containsExactly("Grüße aus dem Hörsaal.");
    }

    @ParameterizedTest
    @CsvSource({
        "ru,windows-1251,Добрый день",
        "pl,windows-1250,Dzień dobry",
        "el,windows-1253,Καλημέρα",
        "tr,windows-1254,İyi günler şimdi",
        "ja,Shift_JIS,おはようございます",
        "zh,GB18030,大家早上好",
        "en,windows-1252,“Don’t” – 5 €"
    })
    void usesTheLegacyCharsetOfTheLanguage(String language, String charset, String words) {
        byte[] file = ("1\n00:00:01,000 --> 00:00:02,000\n" + words + "\n").getBytes(Charset.forName(charset));

        assertThat(Subtitles.read(file, "utf-8", language, Chapters.NONE, "x")
                        .transcript()
                        .passages())
                .extracting(Passage::text)
                .containsExactly(words);
    }

    @Test
    void readsWebVttAfterAByteOrderMark() {
        assertThat(passages("\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHi.\r\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Passage(1_000L, null, "Hi."));
    }

    @Test
    void readsSubRipWithoutNumbersAndWithBlankLinesWithin() {
        String loose = "00:00:01.000 --> 00:00:02.000\none\n\nand a half\n00:00:02.000 --> 00:00:03.000\ntwo";

        assertThat(passages(loose.getBytes(StandardCharsets.UTF_8)))
                .extracting(Passage::text)
                .containsExactly("one and a half two");
    }

    @Test
    void findsNothingInAnErrorPage() {
        assertThat(Subtitles.read("<html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8), "x")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void findsNothingInSubtitlesWithoutText() {
        assertThat(Subtitles.read("WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>\n".getBytes(StandardCharsets.UTF_8), "x")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void keepsAGivenTextUnchanged() {
        Transcript transcript = Subtitles.readGiven(
                        "First thing.\nStill the first.\n\nSecond thing.", Chapters.NONE, "request")
                .transcript();

        assertThat(transcript.passages())
                .containsExactly(
                        new Passage(null, null, "First thing. Still the first."),
                        new Passage(null, null, "Second thing."));
        assertThat(transcript.source()).isEqualTo("request");
    }

    @Test
    void partsAGivenTextOfOneLongLineAtSentences() {
        String sentence = "This sentence is said again and again, as speakers will do. ";

        List<Passage> passages = Subtitles.readGiven(sentence.repeat(2_000), Chapters.NONE, "request")
                .transcript()
                .passages();

        assertThat(passages).hasSizeGreaterThan(100).allSatisfy(passage -> {
            assertThat(passage.text()).endsWith("do.").hasSizeLessThan(700);
        });
    }

    @Test
    void recognisesSubtitlesInAGivenText() {
        assertThat(Subtitles.readGiven(SRT, Chapters.NONE, "request")
                        .transcript()
                        .passages()
                        .getFirst()
                        .startMillis())
                .isEqualTo(1_000L);
    }

    private static List<Passage> passages(byte[] file) {
        return Subtitles.read(file, "https://video.test/talk.srt").transcript().passages();
    }
}
