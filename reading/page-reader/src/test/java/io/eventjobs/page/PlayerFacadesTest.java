package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.link.PageLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerFacadesTest {
    private static SessionPage read(String html) {
        String text = "<p>The recording of the hour stands below, with thanks to all who made it possible.</p>";
        return TestPages.html("<main>" + text + html + text + "</main>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<lite-youtube videoid=a1B2c3D4e5F playlabel='The talk'><button>Play</button></lite-youtube>|[The talk](https://www.youtube.com/watch?v=a1B2c3D4e5F)",
                "<lite-vimeo videoid=364402896></lite-vimeo>|[Video](https://player.vimeo.com/video/364402896)",
                "<amp-youtube data-videoid=a1B2c3D4e5F></amp-youtube>|[Video](https://www.youtube.com/watch?v=a1B2c3D4e5F)",
                "<div class=facade data-youtube-id=a1B2c3D4e5F><img src=/x.jpg><span>Watch it</span></div>|[Watch it](https://www.youtube.com/watch?v=a1B2c3D4e5F)",
                "<div data-plyr-provider=vimeo data-plyr-embed-id=364402896></div>|[Video](https://player.vimeo.com/video/364402896)",
                "<div class='video youtube' data-video-id=a1B2c3D4e5F></div>|[Video](https://www.youtube.com/watch?v=a1B2c3D4e5F)",
            })
    void areVideos(String html, String link) {
        SessionPage page = read(html);

        assertThat(page.markdown()).contains(link);
        assertThat(page.links(PageLink.Kind.VIDEO))
                .extracting(PageLink::address)
                .containsExactly(link.substring(link.indexOf("(") + 1, link.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div data-youtube-id='a b'></div>",
                "<div data-video-id=a1B2c3D4e5F></div>",
                "<lite-youtube videoid='javascript:alert(1)'></lite-youtube>",
            })
    void needTheIdOfAVideo(String html) {
        assertThat(read(html).links()).isEmpty();
    }

    @Test
    void textAroundAVideoRemains() {
        String long_ = "<p>" + "A sentence of the page that names the video it is about. ".repeat(10) + "</p>";

        assertThat(read("<section data-youtube-id=a1B2c3D4e5F>" + long_ + "</section>")
                        .markdown())
                .contains("A sentence of the page", "watch?v=a1B2c3D4e5F");
    }
}
