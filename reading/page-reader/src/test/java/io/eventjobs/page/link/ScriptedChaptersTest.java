package io.eventjobs.page.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.PageElements;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedChaptersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=player data-chapters=/media/42.json></div>",
                "<video-player chapters-src='/media/42.json'></video-player>",
                "<script>player.load({\"chapters\": \"\\/media\\/42.json\", src: 'a.mp4'})</script>",
                "<script>const chaptersUrl = '/media/42.json';</script>",
                "<script>fetchChapters(); config = { chapters_file : \"/media/42.json\" }</script>"
            })
    void areFoundWhereAScriptWouldLookForThem(String html) {
        assertThat(ScriptedChapters.in(PageElements.of(Jsoup.parse(html, "https://conf.test/talks/42"))))
                .containsExactly("https://conf.test/media/42.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>chapters = 'none';</script>",
                "<script>chapters: 'javascript:alert(1).json'</script>",
                "<div data-chapters='[{\"start\":0}]'></div>",
                "<script>const title = 'Five chapters, /media/42.json';</script>",
                "<p>chapters: \"/media/42.json\"</p>"
            })
    void anythingElseIsNoFileOfChapters(String html) {
        assertThat(ScriptedChapters.in(PageElements.of(Jsoup.parse(html, "https://conf.test/talks/42"))))
                .isEmpty();
    }

    @Test
    void areFew() {
        String many = "<script>" + "chapters='/a#.json';".repeat(50_000) + "</script>";

        assertThat(ScriptedChapters.in(PageElements.of(Jsoup.parse(many, "https://conf.test/"))))
                .hasSizeLessThan(6);
    }
}
