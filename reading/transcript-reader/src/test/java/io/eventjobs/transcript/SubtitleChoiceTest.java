package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleChoiceTest {
    @Test
    void prefersTheLanguageOfTheTalkThenNoneThenEnglish() {
        List<String> addresses = SubtitleChoice.ofPage(
                List.of(
                        link("https://v.test/talk.pt.vtt", ""),
                        link("https://v.test/talk.en.vtt", ""),
                        link("https://v.test/it-is-so.vtt", "Subtitle file (VTT)"),
                        link("https://v.test/1.vtt", "Deutsch")),
                "de-AT");

        assertThat(addresses)
                .containsExactly(
                        "https://v.test/1.vtt",
                        "https://v.test/it-is-so.vtt",
                        "https://v.test/talk.en.vtt",
                        "https://v.test/talk.pt.vtt");
    }

    @Test
    void ranksAutomaticSubtitlesLast() {
        assertThat(SubtitleChoice.ofPage(
                        List.of(
                                link("https://v.test/1.vtt", "de Deutsch (automatisch erzeugt)"),
                                link("https://v.test/2.vtt", "fr Français"),
                                link("https://v.test/3.vtt", "de Deutsch")),
                        "de"))
                .containsExactly("https://v.test/3.vtt", "https://v.test/2.vtt", "https://v.test/1.vtt");
    }

    @Test
    void prefersThePagesDefaultAmongEquals() {
        assertThat(SubtitleChoice.ofPage(
                        List.of(
                                link("https://v.test/1.vtt", "en English"),
                                link("https://v.test/2.vtt", "en-GB English captions (default)"),
                                link("https://v.test/3.vtt", "deu")),
                        "de"))
                .containsExactly("https://v.test/3.vtt", "https://v.test/2.vtt", "https://v.test/1.vtt");
    }

    @Test
    void guessesSubtitlesWithoutTheCodecSuffix() {
        assertThat(SubtitleChoice.beside("https://v.test/2025/talk.av1.webm?download=1"))
                .containsExactly(
                        "https://v.test/2025/talk.vtt",
                        "https://v.test/2025/talk.srt",
                        "https://v.test/2025/talk.av1.vtt",
                        "https://v.test/2025/talk.av1.srt",
                        "https://v.test/2025/talk.ttml");
    }

    @Test
    void guessesSubtitlesNextToAVideo() {
        assertThat(SubtitleChoice.beside("https://v.test/talk.mp4"))
                .containsExactly("https://v.test/talk.vtt", "https://v.test/talk.srt", "https://v.test/talk.ttml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://v.test/watch?v=1.mp4",
                "https://host.mp4",
                "https://v.test/",
                "",
                "/",
                "x",
                "https://v.test/a/.mp4"
            })
    void guessesSubtitlesOnlyForVideoFiles(String address) {
        assertThat(SubtitleChoice.beside(address)).isEmpty();
    }

    private static SubtitleLink link(String address, String text) {
        return new SubtitleLink(address, text);
    }
}
