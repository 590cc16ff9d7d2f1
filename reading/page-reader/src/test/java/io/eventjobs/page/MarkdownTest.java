package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.markdown.Markdown;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    private static String of(String html) {
        return Markdown.of(
                        List.of(Jsoup.parse(html, "https://conf.test/dir/page").body()), Set.of())
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h2>A  title</h2>|## A title",
                "<h3>C# and F#</h3>|### C# and F#",
                "<h3>Signs #</h3>|### Signs \\#",
                "<p>a <b>bold</b> word</p>|a **bold** word",
                "<p>a<b> bold </b>word</p>|a **bold** word",
                "<p><em>a</em><em>b</em></p>|*ab*",
                "<p><del>gone</del></p>|~~gone~~",
                "<p>a <code>b*c</code></p>|a `b*c`",
                "<p><code>a`b</code></p>|``a`b``",
                "<p><a href='/x'><code>]:</code></a></p>|&#32;[`]:`](https://conf.test/x)",
                "<p>&amp;<b></b>a<i>mp;</i></p>|\\&a*mp;*",
                "<p>1. no list</p>|1\\. no list",
                "<p># no title</p>|\\# no title",
                "<p>- no list</p>|\\- no list",
                "<p>snake_case and _this_</p>|snake_case and \\_this\\_",
                "<p><a href='x y'>z</a></p>|[z](https://conf.test/dir/x%20y)",
                "<p><a href='mailto:a@b.test'>z</a></p>|[z](mailto:a@b.test)",
                "<p><a href='/(a'>z</a></p>|[z](https://conf.test/\\(a)",
                "<hr>|---",
                "<blockquote><p>said</p></blockquote>|> said",
                "<iframe src='https://player.vimeo.com/video/1'></iframe>|[Video](https://player.vimeo.com/video/1)",
            })
    void writesMarks(String html, String markdown) {
        assertThat(of(html)).isEqualTo(markdown);
    }

    @Test
    void nestsLists() {
        assertThat(of("<ol start=9><li>nine<ul><li>a<li><p>b</p><p>c</p></ul><li>ten</ol>"))
                .isEqualTo(
                        """
                        9. nine
                           - a

                           - b

                             c
                        10. ten""");
    }

    @Test
    void nestsAListDirectlyInsideAListBelowTheItemBeforeIt() {
        assertThat(of("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>").replace("<li>", ""))
                .isEqualTo(of("<ul><li>a</li><ul><li>b</li><ul><li>c</li></ul></ul></ul>"))
                .isEqualTo("- a\n  - b\n    - c");
        assertThat(of("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>")).isEqualTo("- a\n  - b\n- c");
        assertThat(of("<ol start=9><li>a</li><ol><li>b</li></ol><li>c</li></ol>"))
                .isEqualTo("9. a\n   1. b\n10. c");
        assertThat(of("<ul><li>a</li><ol start=3><li>b</li></ol></ul>")).isEqualTo("- a\n\n  3. b");
    }

    @Test
    void givesAListBeforeAnyItemAnItem() {
        assertThat(of("<ul><ul><li>a</li></ul><li>b</li></ul>")).isEqualTo("- - a\n- b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ul><li><label><input type=checkbox checked> done</label><li><label><input type=checkbox> open</label></ul>|- [x] done⏎- [ ] open",
                "<ul><li><p><input type=checkbox disabled checked>done</p></ul>|- [x] done",
                "<ul><li><span role=checkbox aria-checked=true></span>done</ul>|- [x] done",
                "<p><label><input type=checkbox> I come</label></p>|[ ] I come",
                "<p><input type=checkbox id=menu><label for=menu>Menu</label></p>|Menu",
                "<ul><li><input type=checkbox hidden>Menu</ul>|- Menu",
                "<ul><li>Text <input type=checkbox checked></ul>|- Text",
                "<p><label><input type=checkbox>Beer</label> <label><input type=checkbox checked>Tea</label></p>|[ ] Beer [x] Tea",
                "<ul><li><span role=switch aria-checked=false></span>dark</ul>|- [ ] dark",
            })
    void writesTheStateOfTasks(String html, String markdown) {
        assertThat(of(html)).isEqualTo(markdown.replace('⏎', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>x<sup>2y</sup> and x<sup>n+1</sup> and (a)<sup>k</sup></p>|x^(2y) and xⁿ⁺¹ and (a)^k",
                "<p>10<sup>-9</sup> m, the 5<sup>th</sup> and 1<sup>er</sup></p>|10⁻⁹ m, the 5th and 1er",
                "<p>Name<sup>TM</sup> and word<sup>a</sup> and text<sup>k</sup></p>|NameTM and worda and textk",
            })
    void writesPowers(String html, String markdown) {
        assertThat(of(html)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ul><li><label><input type=radio checked> yes</label><li><label><input type=radio> no</label></ul>|- (x) yes⏎- ( ) no",
                "<p><label><input type=RADIO>A</label> <label><input type=radio checked>B</label></p>|( ) A (x) B",
                "<p>Menu <input type=radio checked id=m></p>|Menu",
                "<ul><li>Size: <select><option>S<option selected>M *new*</select></ul>|- Size: M \\*new\\*",
                "<ul><li>Days: <select multiple><option selected>1<option>2<option selected>3</select></ul>|- Days: 1, 3",
                "<ul><li>Size: <select><option>S<option>M</select></ul>|- Size:",
                "<p>Language <select><option selected>English</select></p>|Language",
                "<p>Done: <progress value=7 max=20></progress></p>|Done: 35%",
                "<p>Done: <progress value=0.5></progress></p>|Done: 50%",
                "<p>Done: <progress value=7 max=20>7 of 20</progress></p>|Done: 7 of 20",
                "<p>Done: <progress></progress></p>|Done:",
                "<p>Heat: <meter min=-10 max=10 value=5></meter></p>|Heat: 75%",
                "<p>Heat: <meter value=x></meter></p>|Heat:",
                "<p>Done: <span role=progressbar aria-valuenow=40></span></p>|Done: 40%",
                "<p>Done: <span role=progressbar aria-valuenow=2 aria-valuetext='step 2'></span></p>|Done: step 2",
            })
    void writesWhatControlsShow(String html, String markdown) {
        assertThat(of(html)).isEqualTo(markdown.replace('⏎', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>これは<strong>「強調」</strong>です</p>|これは「**強調**」です",
                "<p>これは<strong>重要。</strong>です</p>|これは**重要**。です",
                "<p>これは<em>重要</em>です</p>|これは*重要*です",
                "<p>한국어<b>(강조)</b>는</p>|한국어(**강조**)는",
                "<p>un<em>likely</em> be<b>.mid</b>dle</p>|un*likely* be.**mid**dle",
                "<p>a<b>“b”</b>, c</p>|a“**b”**, c",
                "<p>a<b>*b*</b>c</p>|a\\***b**\\*c",
                "<p>これ<b>「<a href='/x'>重要</a>」</b>は</p>|これ「**[重要](https://conf.test/x)**」は",
            })
    void emphasizesWithinWords(String html, String markdown) {
        assertThat(of(html)).isEqualTo(markdown);
    }

    @Test
    void turnsTextDirectlyInAListIntoAnItem() {
        assertThat(of("<ol>one<li>two</li></ol>")).isEqualTo("1. one\n2. two");
    }

    @Test
    void fencesCodeWithItsLanguage() {
        assertThat(of("<pre><code class='language-java'>int a;\n```\n  b();\n</code></pre>"))
                .isEqualTo(
                        """
                        ````java
                        int a;
                        ```
                          b();
                        ````""");
    }

    @Test
    void expandsCellsThatSpan() {
        assertThat(
                        of(
                                "<table><tr><th>A<th>B<th>C</tr><tr><td rowspan=2>1<td colspan=2>2|3</tr><tr><td>4<td>5</tr></table>"))
                .isEqualTo(
                        """
                        | A | B | C |
                        | --- | --- | --- |
                        | 1 | 2\\|3 | |
                        | 1 | 4 | 5 |""");
    }

    @Test
    void givesATableAHeadThatHasNone() {
        String markdown = of("<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>");

        assertThat(markdown).contains("| --- | --- |").contains("| a | b |").contains("| c | d |");
    }

    @Test
    void writesTermsWithTheirDefinitions() {
        assertThat(of("<dl><dt>Term</dt><dd>Said</dd></dl>")).isEqualTo("- **Term**: Said");
        assertThat(of("<dt>A<dd>One<dt>B<dd>Two")).isEqualTo("- **A**: One\n\n- **B**: Two");
    }

    @Test
    void writesFiguresWithTheirCaptions() {
        Markdown written = Markdown.of(
                List.of(Jsoup.parse(
                                "<figure><img src=a.png alt=Alt><figcaption>The <b>caption</b></figcaption></figure>",
                                "https://conf.test/")
                        .body()),
                Set.of());

        assertThat(written.text()).isEqualTo("![Alt](https://conf.test/a.png)\n\nThe **caption**");
        assertThat(written.images()).containsExactly(new Markdown.Image("https://conf.test/a.png", "Alt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<figure><img src=a.png><figcaption><p>One <a href=/x>link</a>.</p><p>Two.</p></figcaption></figure>|IMG⏎⏎One [link](https://conf.test/x).⏎⏎Two.",
                "<div class=wp-caption><img src=a.png><p class=wp-caption-text>Said of it</p></div>|IMG⏎⏎Said of it",
                "<figure><img src=a.png><figcaption>Photo: Ann Example</figcaption></figure>|IMG",
                "<figure><img src=a.png><figcaption>The pier <span class=credit>Ann Example</span></figcaption></figure>|IMG⏎⏎The pier",
                "<figure><img src=a.png><figcaption>Photos of the pier, by night</figcaption></figure>|IMG⏎⏎Photos of the pier, by night",
                "<img src=a.png><p class=caption>The pier in the evening</p><p class=caption>The pier in the evening</p>|IMG⏎⏎The pier in the evening",
                "<img src=a.png><div class=caption><div class=caption-full>The pier in the evening, at low tide<a> less</a></div><div class=caption-truncated>The pier in the evening ... <a>more</a></div></div>|IMG⏎⏎The pier in the evening, at low tide",
                "<img src=a.png><div class=caption><p class=caption-full>The pier in the evening</p><p class=caption-short>The pier in the evening</p></div>|IMG⏎⏎The pier in the evening",
                "<div class=caption><div class=caption-text>The pier in the evening</div></div>|The pier in the evening",
            })
    void captionsAreParagraphsWithoutCreditsAndRepetitions(String html, String markdown) {
        assertThat(of(html))
                .isEqualTo(markdown.replace("IMG", "![](https://conf.test/dir/a.png)")
                        .replace('⏎', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img data-src=a.png src='data:image/gif;base64,R0=' alt=x>|![x](https://conf.test/dir/a.png)",
                "<img src=blank.gif data-original=a.png alt=x>|![x](https://conf.test/dir/a.png)",
                "<img srcset='s.png 480w, b.png 960w' alt=x>|![x](https://conf.test/dir/b.png)",
                "<img src='javascript:a' alt=x>|''",
            })
    void findsTheAddressOfImages(String html, String markdown) {
        assertThat(of(html)).isEqualTo(markdown);
    }

    @Test
    void keepsFootnotes() {
        assertThat(
                        of(
                                "<p>Said<sup id=r1><a href='#f1'>1</a></sup>.</p><ol><li id=f1>A note <a href='#r1'>↩</a></li></ol>"))
                .contains("Said")
                .contains("1. A note")
                .doesNotContain("↩");
    }

    @Test
    void writesFormulasAsTheyWereSet() {
        assertThat(of("<p>So <math alttext='x^2'><mi>x</mi></math> is.</p>")).isEqualTo("So $x^2$ is.");
    }

    @Test
    void resolvesAgainstTheBase() {
        assertThat(of("<base href='https://other.test/a/'><p><a href=b>c</a> <img src=d.png alt=e></p>"))
                .isEqualTo("[c](https://other.test/a/b) ![e](https://other.test/a/d.png)");
    }

    @Test
    void opensDetails() {
        assertThat(RenderedText.onOneLine(of("<details><summary>More</summary><p>Text</p></details>")))
                .isEqualTo("More Text");
    }
}
