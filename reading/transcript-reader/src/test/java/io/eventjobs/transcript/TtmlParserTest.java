package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TtmlParserTest {
    @Test
    void readsTimesOnTheClock() {
        assertThat(cues("<p begin='00:00:01.5' end='00:00:03'>Hello<br/>there</p>"))
                .containsExactly(new Cue(1_500, 3_000, null, "Hello\nthere"));
    }

    @Test
    void readsFramesTicksAndOtherUnits() {
        String tt = "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:ttp='http://www.w3.org/ns/ttml#parameter'"
                + " ttp:frameRate='25' ttp:tickRate='10000000'><body><div>"
                + "<p begin='00:00:01:05' end='50f'>frames</p><p begin='25000000t' dur='500ms'>ticks</p>"
                + "<p begin='1m' end='1.5m'>minutes</p><p begin='0.5h' dur='2s'>hours</p></div></body></tt>";

        assertThat(TtmlParser.parse(tt).cues())
                .containsExactly(
                        new Cue(1_200, 2_000, null, "frames"),
                        new Cue(2_500, 3_000, null, "ticks"),
                        new Cue(60_000, 90_000, null, "minutes"),
                        new Cue(1_800_000, 1_802_000, null, "hours"));
    }

    @Test
    void multipliesTheFrameRate() {
        String tt = "<tt xmlns:ttp='x' ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001'><body><div>"
                + "<p begin='30f' dur='1s'>x</p></div></body></tt>";

        assertThat(TtmlParser.parse(tt).cues()).containsExactly(new Cue(1_001, 2_001, null, "x"));
    }

    @Test
    void countsTimesFromTheElementAround() {
        assertThat(
                        cues(
                                "<div begin='10s' end='20s'><p begin='1s' end='2s'>in</p><p begin='5s' end='30s'>cut</p></div>"))
                .containsExactly(new Cue(11_000, 12_000, null, "in"), new Cue(15_000, 20_000, null, "cut"));
    }

    @Test
    void putsTheChildrenOfASequenceOneAfterTheOther() {
        assertThat(
                        cues(
                                "<div timeContainer='seq'><p dur='2s'>one</p><p dur='3s'>two</p><p begin='1s' dur='1s'>three</p></div>"))
                .containsExactly(
                        new Cue(0, 2_000, null, "one"),
                        new Cue(2_000, 5_000, null, "two"),
                        new Cue(6_000, 7_000, null, "three"));
    }

    @Test
    void separatesSpansWithTheirOwnTimes() {
        assertThat(
                        cues(
                                "<p begin='10s' end='14s'><span begin='0s' end='2s'>first</span> <span begin='2s'>second</span></p>"))
                .containsExactly(new Cue(10_000, 12_000, null, "first"), new Cue(12_000, 14_000, null, "second"));
    }

    @Test
    void namesTheSpeakerByItsAgent() {
        String tt =
                "<tt xmlns:ttm='http://www.w3.org/ns/ttml#metadata' xmlns:xml='http://www.w3.org/XML/1998/namespace'><head><metadata>"
                        + "<ttm:agent type='person' xml:id='a1'><ttm:name type='full'>Ada Example</ttm:name></ttm:agent>"
                        + "</metadata></head><body><div><p begin='1s' end='2s' ttm:agent='a1'>Hi</p>"
                        + "<p begin='2s' end='3s' ttm:agent='unknown'>Ho</p></div></body></tt>";

        assertThat(TtmlParser.parse(tt).cues())
                .containsExactly(new Cue(1_000, 2_000, "Ada Example", "Hi"), new Cue(2_000, 3_000, "unknown", "Ho"));
    }

    @Test
    void ignoresStylingAndMetadata() {
        String tt = "<tt xmlns:tts='s'><head><styling><style xml:id='s1' tts:color='red'/></styling>"
                + "<layout><region xml:id='r1'><style tts:origin='1% 1%'/></region></layout></head>"
                + "<body style='s1'><div region='r1'>\n loose <p begin='1s' end='2s'><metadata>note</metadata>  A   &lt;b> &amp; c </p></div></body></tt>";

        assertThat(TtmlParser.parse(tt).cues()).containsExactly(new Cue(1_000, 2_000, null, "A <b> & c"));
    }

    @Test
    void isDetectedByItsRootElement() {
        String dfxp =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by a tool -->\n<tt:tt xmlns:tt='http://www.w3.org/ns/ttml'><tt:body><tt:div>"
                        + "<tt:p begin='00:00:01.000' end='00:00:02.000'>Grüße</tt:p></tt:div></tt:body></tt:tt>";

        assertThat(Subtitles.read(dfxp.getBytes(StandardCharsets.UTF_8), "x")
                        .transcript()
                        .passages())
                .containsExactly(new Passage(1_000L, null, "Grüße"));
        assertThat(TtmlParser.isTtml("<html><body>tt</body></html>")).isFalse();
    }

    @Test
    void resolvesNoEntitiesAndExternalResources() {
        String tt = "<!DOCTYPE tt [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY a 'boom'><!ENTITY b '&a;&a;&a;'>]>"
                + "<tt><body><div><p begin='1s' end='2s'>safe</p><p begin='3s' end='4s'>&x;&b;</p></div></body></tt>";

        assertThat(TtmlParser.parse(tt).cues())
                .extracting(Cue::text)
                .doesNotContain("boom")
                .containsAnyOf("safe");
        assertThat(TtmlParser.parse(tt).cues().toString()).doesNotContain("boom");
    }

    @Test
    void keepsTextBeforeAnError() {
        assertThat(TtmlParser.parse("<tt><body><div><p begin='1s' end='2s'>whole</p><p begin='2s'>half")
                        .cues())
                .extracting(Cue::text)
                .containsExactly("whole");
    }

    @Test
    void keepsTextBeforeAMalformedEntity() {
        assertThat(TtmlParser.parse(
                                "<tt><body><div><p begin='1s' end='2s'>whole</p><p begin='2s' end='3s'>a &/ b</p></div></body></tt>")
                        .cues())
                .extracting(Cue::text)
                .containsExactly("whole");
    }

    @Test
    void leavesOutAParagraphWhoseTimeIsMalformedAndSaysSo() {
        ParsedCues parsed = TtmlParser.parse(
                "<tt><body><div><p begin='soon'>lost</p><p begin='00:00:02,500' end='00:00:03'>kept</p></div></body></tt>");

        assertThat(parsed.cues()).containsExactly(new Cue(2_500, 3_000, null, "kept"));
        assertThat(parsed.warnings()).containsExactly("the time of 1 cue is malformed, so it is left out");
    }

    @Test
    void survivesDeepNesting() {
        assertThat(TtmlParser.parse("<tt><body>" + "<div>".repeat(100_000)).cues())
                .isEmpty();
    }

    private static List<Cue> cues(String body) {
        return TtmlParser.parse("<tt xmlns='http://www.w3.org/ns/ttml'><body><div>" + body + "</div></body></tt>")
                .cues();
    }
}
