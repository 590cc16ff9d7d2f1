package io.eventjobs.worker.session.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebVttParserTest {
    @Test
    void readsCuesWithTheirTimes() {
        List<Cue> cues = parse(
                """
                WEBVTT - a talk

                intro
                00:01.500 --> 00:03.000 align:start
                Hello and
                welcome.

                01:00:00.000 --> 01:00:02.250
                Goodbye.
                """);

        assertThat(cues)
                .containsExactly(
                        new Cue(1_500, 3_000, null, "Hello and\nwelcome."),
                        new Cue(3_600_000, 3_602_250, null, "Goodbye."));
    }

    @Test
    void passesOverCommentsStylesAndRegions() {
        List<Cue> cues = parse(
                """
                WEBVTT
                Kind: captions

                NOTE nothing to see
                here

                STYLE
                ::cue { color: red }

                REGION
                id:fred

                00:01.000 --> 00:02.000
                Only this.
                """);

        assertThat(cues).extracting(Cue::text).containsExactly("Only this.");
    }

    @Test
    void beginsACueAtATimingLineWithoutABlankLineBefore() {
        List<Cue> cues = parse("WEBVTT\n00:01.000 --> 00:02.000\none\n00:02.000 --> 00:03.000\ntwo");

        assertThat(cues).extracting(Cue::text).containsExactly("one", "two");
    }

    @Test
    void stripsTagsKeepsTheVoiceAndReadsEntities() {
        List<Cue> cues =
                parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ada L.>a <b>b</b> &lt;c&gt; &amp;&nbsp;<00:01.500>d");

        assertThat(cues).containsExactly(new Cue(1_000, 2_000, "Ada L.", "a b <c> & d"));
    }

    @Test
    void keepsALessThanThatIsNoTag() {
        assertThat(parse("WEBVTT\n\n00:01.000 --> 00:02.000\nif a < b and b > c"))
                .extracting(Cue::text)
                .containsExactly("if a < b and b > c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEBVTTX\n", "webvtt\n", " WEBVTT\n", "", "WEBVT"})
    void refusesWhatDoesNotBeginWithTheSignature(String text) {
        assertThat(WebVttParser.isWebVtt(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:60.000 --> 01:00.000",
                "0:01.000 --> 00:02.000",
                "00:01.00 --> 00:02.000",
                "-->",
                "00:01,000 --> 00:02,000"
            })
    void dropsACueWhoseTimesAreWrong(String timing) {
        assertThat(parse("WEBVTT\n\n" + timing + "\nlost\n\n00:05.000 --> 00:06.000\nkept"))
                .extracting(Cue::text)
                .containsExactly("kept");
    }

    @Test
    void takesNoMoreCuesThanItsBound() {
        String cue = "00:01.000 --> 00:02.000\nx\n\n";

        assertThat(parse("WEBVTT\n\n" + cue.repeat(CueList.MOST_CUES + 10))).hasSize(CueList.MOST_CUES);
    }

    @Test
    void survivesTenMegabytesOfOneLineOfTagsOrArrows() {
        for (String hostile : List.of("<", "<b", "-->", "&", "&#x", "{\\", "\n", "a-->\n", "00:")) {
            String body = hostile.repeat(10_000_000 / hostile.length());

            assertThat(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n" + body)).hasSizeLessThan(3);
        }
    }

    private static List<Cue> parse(String text) {
        assertThat(WebVttParser.isWebVtt(text)).isTrue();
        return WebVttParser.parse(text);
    }
}
