package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingChoiceTest {
    @Test
    void prefersAudioThenVideoThenUnknownAddresses() {
        assertThat(RecordingChoice.of(List.of(
                        "https://v.test/download/17", "https://v.test/talk.webm", "https://v.test/talk.opus?key=a.b")))
                .containsExactly("https://v.test/talk.opus?key=a.b", "https://v.test/talk.webm");
    }

    @Test
    void keepsTheOrderOfThePageAmongEquals() {
        assertThat(RecordingChoice.of(List.of("https://v.test/b.MP4", "https://v.test/a.webm", "https://v.test/b.MP4")))
                .containsExactly("https://v.test/b.MP4", "https://v.test/a.webm");
    }

    @Test
    void acceptsUploads() {
        assertThat(RecordingChoice.of(List.of("upload:upload-1/talk.mkv"))).containsExactly("upload:upload-1/talk.mkv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=abcdefghijk",
                "https://youtu.be/abcdefghijk",
                "https://player.vimeo.com/video/123",
                "https://media.ccc.de/v/conf-1-talk",
                "https://tube.test/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
                "https://tube.test/w/kkGMgK9ZtnKfYAgnEtQxbv"
            })
    void listensToNoPlayer(String player) {
        assertThat(RecordingChoice.of(List.of(player))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?", "#.mp4", "https://v.test/a.mp4/b", "https://v.test/?f=a.mp4"})
    void recognizesRecordingsOnlyByTheirPath(String address) {
        assertThat(RecordingChoice.isRecording(address)).isFalse();
    }
}
