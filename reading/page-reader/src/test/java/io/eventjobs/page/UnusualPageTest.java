package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are made of something else than markup around text. */
class UnusualPageTest {
    private static final String TEXT =
            "<p>The first paragraph of the text is long enough, has a comma, and ends as sentences do.</p>".repeat(4);

    @Test
    void aPlainTextMayHoldTags() {
        assertThat(plain("On <b> and <i>\n\nFirst paragraph of <T>, a type\nsecond line\n")
                        .markdown())
                .isEqualTo("On \\<b> and \\<i>\n\nFirst paragraph of \\<T>, a type second line");
    }

    @Test
    void aPageThatIsCalledPlainTextByMistakeIsAPage() {
        assertThat(plain("<!-- x --><!DOCTYPE html><p>First.</p><p>Second.</p>").markdown())
                .isEqualTo("First.\n\nSecond.");
        assertThat(plain("\n<html><p>First.</p><p>Second.</p>").markdown()).isEqualTo("First.\n\nSecond.");
    }

    @Test
    void framesAreNamed() {
        assertThat(TestPages.html("<frameset><frame src=/menu><frame src=/talk><frame></frameset>")
                        .warnings())
                .contains(
                        "The page consists of frames, which were not read: https://conf.test/menu, https://conf.test/talk.");
    }

    @Test
    void whatStandsInPlaceOfAnObjectIsKept() {
        String page = "<main>" + TEXT
                + "<object data=a.swf><param name=x><p>The chart shows how the <a href=/tide>tide</a> rose.</p></object>"
                + TEXT
                + "</main>";

        assertThat(TestPages.html(page).markdown())
                .contains("The chart shows how the [tide](https://conf.test/tide) rose.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmp", "listing", "PLAINTEXT"})
    void elementsOfOldHtmlForCodeAreCode(String name) {
        String code = name.equals("listing") ? "if a &lt;b> then\n  c" : "if a <b> then\n  c";

        assertThat(TestPages.html("<main>" + TEXT + "<" + name + ">" + code + "</" + name + "></main>")
                        .markdown())
                .contains("```\nif a <b> then\n  c");
    }

    private static SessionPage plain(String text) {
        return new PageReader()
                .read(new PageSource(
                        text.getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        "utf-8",
                        URI.create("https://conf.test/a")));
    }
}
