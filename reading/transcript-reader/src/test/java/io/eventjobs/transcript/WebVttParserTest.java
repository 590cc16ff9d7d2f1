package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void keepsALessThanSignInText() {
        assertThat(parse("WEBVTT\n\n00:01.000 --> 00:02.000\nif a < b and b > c"))
                .extracting(Cue::text)
                .containsExactly("if a < b and b > c");
    }

    /** Our own files, of the same kinds as in the W3C suite. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "one <b>two</b> three | - | one two three",
                "<c.loud.red>one</c> two | - | one two",
                "<lang fr-BE>bonjour</lang> all | - | bonjour all",
                "<ruby>base<rt>over</rt></ruby> text | - | baseover text",
                "<b><i>wrong</b> order</i> | - | wrong order",
                "</b>never opened | - | never opened",
                "<b>never closed | - | never closed",
                "<nonsense and more>kept | - | <nonsense and more>kept",
                "one <00:00:01.500>two<00:02.000> three | - | one two three",
                "one <99:99>two | - | one two",
                "cut off <i.very | - | cut off",
                "cut off </ | - | cut off",
                "cut off <00:01.5 | - | cut off",
                "cut off < | - | cut off",
                "if x < y then | - | if x < y then",
                "we <3 tests | - | we <3 tests",
                "we > you | - | we > you",
                "&amp;&lt;&gt;&lrm;&rlm;&nbsp;. | - | &<>\u200e\u200f .",
                "&amp;amp; &unknown; & &; &# | - | &amp; &unknown; & &; &#",
                "&#x41;&#66;&copy; | - | AB©",
                "<v Ada>spoken | Ada | spoken",
                "<v.first.loud  Ada   Example >spoken</v> | Ada Example | spoken",
                "<v Ada &amp; Bo>together | Ada & Bo | together",
                "<v>no name | - | no name",
                "<i><v Ada>inside</v></i> | Ada | inside",
            })
    void readsTheTextOfACueAsPlayersDo(String raw, @Nullable String voice, String text) {
        assertThat(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n" + raw + "\n"))
                .containsExactly(new Cue(1_000, 2_000, voice, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "align:start position:10%,line-left size:35% line:-2,end vertical:rl region:fred",
                "align:nowhere line:abc% size:900% :: position",
                "\t\t",
                "anything at all",
                "line:1 line:2"
            })
    void passesOverSettings(String settings) {
        assertThat(parse("WEBVTT\n\n00:01.000 --> 00:02.000 " + settings + "\nkept\n"))
                .containsExactly(new Cue(1_000, 2_000, null, "kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEBVTTX\n", "webvtt\n", " WEBVTT\n", "", "WEBVT"})
    void refusesFilesWithoutTheSignature(String text) {
        assertThat(WebVttParser.isWebVtt(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:60.000 --> 01:00.000",
                "one:01.000 --> 00:02.000",
                "00:01.000 --> soon",
                "00:01.000 -->",
                "-->"
            })
    void leavesOutACueWhoseTimesAreMalformedAndSaysSo(String timing) {
        ParsedCues parsed = WebVttParser.parse("WEBVTT\n\n" + timing + "\nlost\n\n00:05.000 --> 00:06.000\nkept");

        assertThat(parsed.cues()).extracting(Cue::text).containsExactly("kept");
        assertThat(parsed.warnings()).containsExactly("the time of 1 cue is malformed, so it is left out");
    }

    @Test
    void limitsTheNumberOfCues() {
        String cue = "00:01.000 --> 00:02.000\nx\n\n";

        assertThat(parse("WEBVTT\n\n" + cue.repeat(CueCollector.MAX_CUES + 10))).hasSize(CueCollector.MAX_CUES);
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
        return WebVttParser.parse(text).cues();
    }
}
