package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTimestampTest {
    @ParameterizedTest
    @CsvSource({
        "https://video.test/talk.webm,https://video.test/talk.webm#t=90",
        "https://video.test/talk.mp3?key=a,https://video.test/talk.mp3?key=a#t=90",
        "https://video.test/talk.mp4#t=3,https://video.test/talk.mp4#t=90",
        "https://www.youtube.com/watch?v=abcdefghijk,https://www.youtube.com/watch?v=abcdefghijk&t=90s",
        "https://www.youtube.com/watch?t=5s&v=abcdefghijk#x,https://www.youtube.com/watch?v=abcdefghijk&t=90s",
        "https://www.youtube.com/watch?v=abcdefghijk&t=5,https://www.youtube.com/watch?v=abcdefghijk&t=90s",
        "https://youtu.be/abcdefghijk,https://youtu.be/abcdefghijk?t=90s",
        "https://youtu.be/abcdefghijk?t=7,https://youtu.be/abcdefghijk?t=90s",
        "https://www.youtube-nocookie.com/embed/abcdefghijk,https://www.youtube-nocookie.com/embed/abcdefghijk?start=90",
        "https://vimeo.com/12345678,https://vimeo.com/12345678#t=90s",
        "https://player.vimeo.com/video/12345678?h=1,https://player.vimeo.com/video/12345678?h=1#t=90s",
        "https://media.ccc.de/v/conf-1-how_to,https://media.ccc.de/v/conf-1-how_to#t=90",
        "https://tube.test/w/kkGMgK9ZtnKfYAgnEtQxbv,https://tube.test/w/kkGMgK9ZtnKfYAgnEtQxbv?start=90s",
        "https://tube.test/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=1m,"
                + "https://tube.test/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=90s"
    })
    void usesTheFormatOfThePlayer(String video, String moment) {
        assertThat(VideoTimestamp.of(video).orElseThrow().at(90)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://conf.test/talk",
                "https://video.test/talk.mp4#chapter",
                "https://media.ccc.de/c/conf",
                "https://conf.test/slides.pdf",
                "upload:0192f0c1-0000-7000-8000-000000000002/talk.webm",
                "javascript:alert(1)//talk.mp4",
                "https://conf.test/a b.mp4 c",
                ""
            })
    void isAbsentForVideosWithoutTimeLinks(String video) {
        assertThat(VideoTimestamp.of(video)).isEmpty();
    }

    @Test
    void leadsToTheBeginningToo() {
        assertThat(VideoTimestamp.of("https://video.test/a.webm").orElseThrow().at(0))
                .isEqualTo("https://video.test/a.webm#t=0");
    }
}
