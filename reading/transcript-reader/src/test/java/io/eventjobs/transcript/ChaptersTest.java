package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaptersTest {
    @Test
    void areSortedByTimeAndDroppedIfUntitled() {
        List<Chapter> said = List.of(
                new Chapter(60_000, "Second"),
                new Chapter(0, " First \n thing "),
                new Chapter(60_000, "Again"),
                new Chapter(90_000, " \t"),
                new Chapter(-1, "Before"));

        assertThat(Chapters.of(said, "page").list())
                .containsExactly(new Chapter(0, "First thing"), new Chapter(60_000, "Second"));
    }

    @Test
    void areBoundedInNumberAndLength() {
        List<Chapter> said = IntStream.range(0, 5_000)
                .mapToObj(i -> new Chapter(i, "x".repeat(5_000)))
                .toList();

        assertThat(Chapters.of(said, "page").list())
                .hasSize(Chapters.MAX_CHAPTERS)
                .allSatisfy(chapter -> assertThat(chapter.title()).hasSize(Chapters.MAX_TITLE_LENGTH));
    }

    @Test
    void includeTextThatStartsSlightlyEarly() {
        Chapters chapters = Chapters.of(List.of(new Chapter(10_000, "a"), new Chapter(20_000, "b")), "page");

        assertThat(List.of(8_000L, 9_000L, 18_999L, 19_000L, 99_000L))
                .extracting(chapters::at)
                .containsExactly(-1, 0, 0, 1, 1);
    }

    @Test
    void areReadFromATrack() {
        assertThat(ChapterFile.read(
                        "WEBVTT\n\n1\n00:00.000 --> 01:00.000\n<c>Intro</c>\n\n01:00.000 --> 02:00.000\nMain\npart\n"))
                .containsExactly(new Chapter(0, "Intro"), new Chapter(60_000, "Main\npart"));
    }

    @Test
    void areReadFromTheJsonOfPodcastsWithoutMerePictures() {
        String json =
                """
                {"version": "1.2.0", "chapters": [
                  {"startTime": 0, "title": "Intro"},
                  {"startTime": 12.5, "img": "https://conf.test/a.png", "toc": false},
                  {"startTime": 168, "title": "Hearing <b> \\udc00", "url": "https://conf.test"},
                  {"startTime": "later", "title": "Nowhere"}]}
                """;

        assertThat(ChapterFile.read(json))
                .containsExactly(new Chapter(0, "Intro"), new Chapter(168_000, "Hearing <b> \ufffd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"chapters\": 7}", "[1, 2]", "<html></html>", "hello"})
    void areEmptyForOtherFiles(String text) {
        assertThat(Chapters.of(ChapterFile.read(text), "x")).isEqualTo(Chapters.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "About the talk.\n\n00:00 Intro\n01:05 The *hard* part\n1:00:00 Questions\n\nSee you",
                "0:00 - Intro\n1:05 – The *hard* part\n1:00:00 | Questions",
                "(00:00) Intro\n(01:05) The *hard* part\n(1:00:00) Questions",
                "\\[00:00\\] Intro\\\n\\[01:05\\] The \\*hard\\* part\\\n\\[1:00:00\\] Questions",
                "- 00:00: Intro\n- 01:05: The *hard* part\n- 01:00:00: Questions",
                "1. 00:00 Intro\n2. 01:05 The *hard* part\n3. 1:00:00 Questions",
                "* [0:00](https://video.test/watch?v=x&t=0s) Intro\n* [1:05](https://video.test/watch?v=x&t=65s) The *hard* part\n"
                        + "* [1:00:00](https://video.test/watch?v=x&t=3600s) [Questions](https://conf.test)",
                "**00:00** Intro\n\n**01:05** The *hard* part\n\n**01:00:00** Questions",
                "00:00 - 01:05 Intro\n01:05 - 1:00:00 The *hard* part\n1:00:00 Questions",
                "0:00 Wrong\nno\n0:00 Intro\n1:05 The *hard* part\n1:00:00 Questions\n0:30 no more",
            })
    void areReadFromAListInADescription(String text) {
        assertThat(ChapterLines.in(text))
                .containsExactly(
                        new Chapter(0, "Intro"),
                        new Chapter(65_000, "The *hard* part"),
                        new Chapter(3_600_000, "Questions"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09:00 Opening\n10:00 First talk\n11:00 Lunch",
                "00:00 Intro",
                "00:00 Intro\nand then\n01:00 Outro",
                "00:00 Intro\n00:00 Outro",
                "00:00\n01:00",
                "It began at 00:00 sharp\nand ended at 01:00 sharp",
                "00:00:00:00 no time\n00:01:00:00 neither",
                "| 00:00 | a |\n| 01:00 | b |",
            })
    void areEmptyForTimesThatAreNotChapterTimes(String text) {
        assertThat(ChapterLines.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:00", "00:00 a\n", "-", "[", "\\[", "(", " ", "0:00](", "1. ", "*"})
    @Timeout(60)
    void areFoundInLinearTimeInAnyDescription(String hostile) {
        double cost = ReadingCost.inOrdinaryTexts(
                hostile, "- 0:00 A [chapter](https://example.org/) of a talk\n", ChapterLines::in);

        assertThat(cost).isLessThan(ReadingCost.MAX_ORDINARY_TEXTS);
    }

    @Test
    void partTheParagraphsOfATranscript() {
        Chapters chapters = Chapters.of(List.of(new Chapter(0, "a"), new Chapter(10_000, "b")), "page");
        List<Cue> cues = new ArrayList<>();
        for (int second = 0; second < 20; second += 2) {
            cues.add(new Cue(second * 1_000L, second * 1_000L + 2_000, null, "at " + second));
        }

        assertThat(Transcript.ofCues(cues, chapters, "x").passages())
                .containsExactly(
                        new Passage(0L, null, "at 0 at 2 at 4 at 6 at 8"),
                        new Passage(10_000L, null, "at 10 at 12 at 14 at 16 at 18"));
    }
}
