package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementCountTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<p>b<br><img src=x>",
                "<b><i><u><p>x<p>x<p>x<p>x",
                "<b></i></i></i><p>x<p>x<p>x",
                "<a href=1><b><a href=2><p>x</b><p>x</a><p>x",
                "<table><b>x<tr><td>y</table><b>z<p>q</p>r",
                "</br></br></p></p>",
                "<font color=1><font color=2><font color=3><div>a</div><div>b</div><div>c</div>"
            })
    void isNoLessThanTheParserMakes(String html) {
        long made = Jsoup.parse(html).body().stream().skip(1).count();

        assertThat(ElementCount.of(html, 1_000)).isGreaterThanOrEqualTo(made);
    }

    @Test
    void growsWithTheFormattingThatIsLeftOpen() {
        assertThat(ElementCount.of("<p>x</p>".repeat(100), 100_000)).isEqualTo(200);
        assertThat(ElementCount.of("<b>".repeat(50) + "<p>x".repeat(100), 100_000))
                .isGreaterThan(5_000);
    }

    @Test
    void stopsAtItsLimit() {
        assertThat(ElementCount.of("<p>".repeat(100), 10)).isEqualTo(10);
    }

    @Test
    void aPageIsSmallIfItHasFewBytesAndMakesFewElements() {
        assertThat(isSmall("<p>Words of a page</p>".repeat(500))).isTrue();
        assertThat(isSmall("<p>Words of a page</p>".repeat(20_000))).isFalse();
        assertThat(isSmall("<p>".repeat(20_000))).isFalse();
        assertThat(isSmall("<b>".repeat(70) + "<p>x".repeat(300))).isFalse();
    }

    private static boolean isSmall(String html) {
        return PageReader.isSmall(PageSource.html(html, URI.create("https://conference.example/talk")));
    }
}
