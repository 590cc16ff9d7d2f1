package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats beside WebVTT, SubRip and TTML, and files that are none. */
class SubtitleFormatTest {
    @Test
    void readsTheDialogueOfAss() {
        SubtitleReading reading = read(
                """
                [Script Info]
                ScriptType: v4.00+

                [V4+ Styles]
                Format: Name, Fontname
                Style: Default,Serif

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,a note of the translator
                Dialogue: 1,0:00:04.50,0:00:06.00,Default,Bo,0,0,0,,{\\k30}Se{\\k20}cond, with\\N{\\pos(1,2)}a comma
                Dialogue: 0,0:00:02.00,0:00:03.00,Default,Ada,0,0,0,,First\\hof all
                Dialogue: 0,0:00:07.00,0:00:08.00,Default,,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}
                Dialogue: 0,whenever,0:00:09.00,Default,,0,0,0,,lost
                """);

        assertThat(reading.transcript().passages())
                .containsExactly(
                        new Passage(2_000L, "Ada", "First of all"), new Passage(4_500L, "Bo", "Second, with a comma"));
        assertThat(reading.warnings()).containsExactly("the time of 1 cue is malformed, so it is left out");
    }

    @Test
    void readsSsaWithItsOwnOrderOfFields() {
        assertThat(
                        read("""
                                [Events]
                                Format: Marked, Start, End, Style, Text
                                Dialogue: Marked=0,0:01:00.10,0:01:02.00,Main,It works, too
                                """)
                                .transcript()
                                .passages())
                .containsExactly(new Passage(60_100L, null, "It works, too"));
    }

    @Test
    void showsTextInSeveralLayersOnce() {
        String line = "Dialogue: %d,0:00:01.00,0:00:02.00,Default,,0,0,0,,Shadowed\n";

        assertThat(read("[Events]\n" + line.formatted(0) + line.formatted(1))
                        .transcript()
                        .passages())
                .containsExactly(new Passage(1_000L, null, "Shadowed"));
    }

    @Test
    void readsSubRipWhoseLinesEndTwice() {
        String doubled =
                "1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:03,000 --> 00:00:04,000\nIn 1984\n\n3\n"
                        + "00:00:05,000 --> 00:00:06,000\nit was\n\n1984\n\n4\n00:00:07,000 --> 00:00:08,000\nor so.\n";

        assertThat(read(doubled.replace("\n", "\r\r")).transcript().passages())
                .containsExactly(new Passage(1_000L, null, "Hello there. In 1984 it was 1984 or so."));
        assertThat(read(doubled.replace("\n", "\r\r\n")).transcript().passages())
                .containsExactly(new Passage(1_000L, null, "Hello there. In 1984 it was 1984 or so."));
    }

    @Test
    void readsSubViewer() {
        assertThat(read("0:00:01.500,0:00:04.000\nA line[br]and its second\n\n0:00:05.000,0:00:06.000\nand 42\n42\n")
                        .transcript()
                        .passages())
                .containsExactly(new Passage(1_500L, null, "A line and its second and 42 42"));
    }

    @Test
    void readsSubViewerWithItsHeader() {
        assertThat(read("[INFORMATION]\n[TITLE] A talk\n[SUBTITLE]\n00:00:01.00,00:00:03.00\nHello[br]there\n")
                        .transcript()
                        .passages())
                .containsExactly(new Passage(1_000L, null, "Hello there"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<transcript><text start=\"1.5\" dur=\"2\">It&amp;#39;s here</text></transcript>",
                "<?xml version=\"1.0\"?><timedtext><text t=\"1500\" d=\"2000\">It's here</text></timedtext>",
                "<timedtext format=\"3\"><head/><body><p t=\"1500\" d=\"2000\"><s>It's</s><s t=\"9\"> here</s></p><p t=\"2000\" a=\"1\">&#10;</p></body></timedtext>",
                "{\"wireMagic\":\"pb3\",\"events\":[{\"tStartMs\":0,\"id\":1},{\"tStartMs\":1500,\"dDurationMs\":2000,\"segs\":[{\"utf8\":\"It's\"},{\"utf8\":\" here\"}]},{\"tStartMs\":1700,\"aAppend\":1,\"segs\":[{\"utf8\":\"\\n\"}]}]}",
                "{\"version\":\"1.0.0\",\"segments\":[{\"startTime\":1.5,\"endTime\":2,\"body\":\"It's here\"}]}",
                "{\"text\":\"…\",\"segments\":[{\"id\":0,\"start\":1.5,\"end\":2.0,\"text\":\" It's here\"}]}",
            })
    void readsCaptionsInXmlAndJson(String file) {
        assertThat(read(file).transcript().passages()).containsExactly(new Passage(1_500L, null, "It's here"));
    }

    @Test
    void replacesHalfASurrogatePairOfJson() {
        assertThat(read("{\"events\":[{\"tStartMs\":0,\"segs\":[{\"utf8\":\"a \\ud83d b\"}]}]}")
                        .transcript()
                        .passages())
                .containsExactly(new Passage(0L, null, "a \ufffd b"));
    }

    @Test
    void keepsWhatIsBeforeAnErrorOfXmlAndSaysSo() {
        SubtitleReading reading = read("<transcript><text start=\"1\" dur=\"2\">whole</text><text start=\"2\">half");

        assertThat(reading.transcript().passages()).extracting(Passage::text).containsExactly("whole");
        assertThat(reading.warnings()).containsExactly("the file is broken, and its rest is left out");
    }

    @Test
    void aMalformedTimeInSubRipEndsTheTextBefore() {
        SubtitleReading reading = read(
                "1\n00:00:01,000 --> 00:00:02,000\nfirst\n\n2\n00:00:0z,000 --> 00:00:04,000\nlost\n\n3\n00:00:05,000 --> 00:00:06,000\nthird\n");

        assertThat(reading.transcript().passages()).extracting(Passage::text).containsExactly("first third");
        assertThat(reading.warnings()).containsExactly("the time of 1 cue is malformed, so it is left out");
    }

    @Test
    void sortsCuesByTime() {
        assertThat(Subtitles.cues("00:00:05,000 --> 00:00:06,000\nsecond\n\n00:00:01,000 --> 00:00:02,000\nfirst\n"))
                .extracting(Cue::startMillis, Cue::text)
                .containsExactly(tuple(1_000L, "first"), tuple(5_000L, "second"));
    }

    @Test
    void readsACueThatTwoSegmentsShareOnce() {
        String file = "WEBVTT\n\n00:01.000 --> 00:04.000\nWe begin with the queue.\n\n"
                + "00:04.000 --> 00:06.000\nIt is small.\n\n"
                + "WEBVTT\n\n00:04.000 --> 00:06.000\nIt is small.\n\n"
                + "00:06.000 --> 00:08.000\nAnd it stays as small\n\n"
                + "00:08.000 --> 00:09.000\nAnd it stays as small\n\n"
                + "00:09.000 --> 00:10.000\nas it is.\n";

        assertThat(read(file).transcript().passages())
                .extracting(Passage::text)
                .containsExactly("We begin with the queue. It is small. And it stays as small as it is.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the file is empty",
                "'  ' | the file is empty",
                "<!DOCTYPE html><html><body>Please log in</body></html> | the file is a web page",
                "<?xml version=\"1.0\"?><html xmlns=\"x\"><body/></html> | the file is a web page",
                "{\"error\":\"not found\"} | the file is JSON without captions",
                "<error code=\"4\"/> | the file is XML without captions",
                "#EXTM3U | the file is a playlist of a stream",
                "%PDF-1.7 | the file is a PDF",
                "{1}{25}Hello | the file is in the format MicroDVD, which has no times",
                "<SAMI><BODY> | the file is in the format SAMI, which is not read",
                "[00:12.00]Hello | the file is in the format LRC, which is not read",
                "[10][35]Hello | the file is in the format MPL2, which is not read",
                "WEBVTT | the file has no text",
                "Just a few words. | the file is in no format of subtitles that is read",
            })
    void saysWhatAFileIsThatHoldsNoSubtitles(String file, String reason) {
        SubtitleReading reading = read(file);

        assertThat(reading.isEmpty()).isTrue();
        assertThat(reading.warnings()).containsExactly(reason);
    }

    private static SubtitleReading read(String file) {
        return Subtitles.read(file.getBytes(StandardCharsets.UTF_8), "x");
    }
}
