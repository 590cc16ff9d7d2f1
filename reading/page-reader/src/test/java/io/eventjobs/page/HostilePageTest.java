package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.FactName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java&#10;script:alert(1)",
                "&#106;avascript:alert(1)",
                "javascript&colon;alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
            })
    void writesTheTextOfLinksThatRunSomething(String address) {
        SessionPage page = TestPages.html(
                "<main><p>Do <a href=\"" + address
                        + "\">press here</a>, said the page to its reader, who knew better and went on reading elsewhere.</p></main>");

        assertThat(page.markdown()).contains("Do press here, said").doesNotContain("](");
        assertThat(page.links()).isEmpty();
    }

    @Test
    void replacesHalfOfASurrogatePairInAFact() {
        SessionPage page = TestPages.html(
                "<script type=application/ld+json>"
                        + "{\"@type\":\"Event\",\"name\":\"Ann \\ud800 Bee \\ud83d\\ude00\"}</script><main><p>Some text</p></main>");

        assertThat(page.facts().first(FactName.TITLE).orElseThrow().value()).isEqualTo("Ann \ufffd Bee \ud83d\ude00");
    }

    @Test
    void showsTagsThatThePageShows() {
        SessionPage page = TestPages.html("<main><p>Never write &lt;script&gt;alert(1)&lt;/script&gt; into a page, and"
                + " never write [a](javascript:b) or ![c](d) or &amp;lt; either, for somebody will.</p></main>");

        assertThat(RenderedText.onOneLine(page.markdown()))
                .isEqualTo("Never write <script>alert(1)</script> into a page, and never write [a](javascript:b) or"
                        + " ![c](d) or &lt; either, for somebody will.");
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("an ordinary page", ReadingCost.ordinaryPage(PageParser.MAX_TAGS - 1)),
                Arguments.of("nested boxes", "<div>".repeat(100_000) + "deep"),
                Arguments.of("nested lists", "<ul><li>".repeat(50_000) + "deep"),
                Arguments.of("nested quotes", "<blockquote>".repeat(50_000) + "deep"),
                Arguments.of("nested tables", "<table><tr><td>".repeat(30_000) + "deep"),
                Arguments.of("nested emphasis", "<b><i>".repeat(50_000) + "deep"),
                Arguments.of("nested links", "<a href=x>".repeat(50_000) + "deep"),
                Arguments.of("a long line", "<p>" + "word ".repeat(400_000) + "deep"),
                Arguments.of("a long word", "<p>" + "x".repeat(2_000_000) + "deep"),
                Arguments.of("stars", "<p>" + "*".repeat(1_000_000) + "deep"),
                Arguments.of("brackets", "<p>" + "[".repeat(1_000_000) + "deep"),
                Arguments.of("wide cells", "<table>" + "<tr><td colspan=1000 rowspan=65534>x".repeat(5_000) + "deep"),
                Arguments.of("many cells", "<table>" + ("<tr>" + "<td>x".repeat(300)).repeat(600) + "deep"),
                Arguments.of("an open comment", "<p>deep<!--" + "-".repeat(2_000_000)),
                Arguments.of("open tags", "<p>deep" + "<".repeat(1_000_000)),
                Arguments.of("entities", "<p>deep" + "&amp".repeat(500_000)),
                Arguments.of("marks", "<p>deep " + "<span>a</span>:".repeat(100_000)),
                Arguments.of("paragraphs", "deep" + "<p>a short one".repeat(150_000)),
                Arguments.of("posts", ("<div class=post>" + PROSE + "</div>").repeat(90_000)),
                Arguments.of(
                        "cards",
                        ("<div class=card><h3><a href=/x>A heading</a></h3>" + PROSE + "</div>").repeat(40_000)),
                Arguments.of("comments", ("<h3>Comments</h3><div>" + PROSE + "</div>").repeat(80_000)),
                Arguments.of("links", numbered("<a href='../page/#?a=b'>link #</a> ", 190_000)),
                Arguments.of(
                        "pictures", numbered("<figure><img src=/a#.png><figcaption>one</figcaption></figure>", 60_000)),
                Arguments.of("tables in tables, with text", ("<table><tr><td>" + PROSE).repeat(60_000)),
                Arguments.of("lists in lists, with text", ("<ul><li>" + PROSE).repeat(60_000)),
                Arguments.of("many deep boxes", ("<div>".repeat(400) + PROSE + "</div>".repeat(400)).repeat(450)),
                Arguments.of("cells said again", "<table>" + ("<tr><td rowspan=65534>" + PROSE).repeat(30_000)),
                Arguments.of("marks opened again", numbered("<p><b id=b#>x ", 66_000)),
                Arguments.of("structured events", JSON_EVENT.repeat(100_000)),
                Arguments.of(
                        "properties in properties",
                        EVENT.repeat(500) + "<span itemprop=performer itemscope>a</span> ".repeat(100_000)),
                Arguments.of("labels", "<p>" + "<b>Speaker:</b> A B, C D ".repeat(190_000)),
                Arguments.of("line breaks", "<main><p>" + PROSE.repeat(5) + "<br>".repeat(149_000)),
                Arguments.of(
                        "end tags that make elements",
                        "<main><p>" + PROSE.repeat(5) + "</br>".repeat(1_000_000) + "</p>".repeat(1_000_000)),
                Arguments.of("terms and their meanings", "<dl>" + "<dt>a<dd>b".repeat(70_000)),
                Arguments.of("terms outside of a list", "<dt>a<dd>b".repeat(70_000)),
                Arguments.of("boxes to tick", "<p>" + "<b>a</b> <i>b</i> <input type=checkbox>".repeat(48_000)),
                Arguments.of("lists directly in lists", "<ul><li>a</li>".repeat(70_000) + "deep"),
                Arguments.of("code alone", "<p><code>a\nb</code>".repeat(70_000)),
                Arguments.of("numbered code", "<pre>" + numbered("<i>#</i>a\n", 140_000) + "</pre>"),
                Arguments.of("numbers beside code", "<pre>1\n2</pre><pre>a\nb</pre>".repeat(70_000)),
                Arguments.of("tables of code", "<table>" + numbered("<tr><td>#<td><code>a</code>", 37_000)),
                Arguments.of("formulas", "<span class=katex><math><mi>a</mi></math></span>".repeat(45_000)),
                Arguments.of("formulas in formulas", ("<span class=katex>".repeat(200) + "a").repeat(700)),
                Arguments.of("open formulas", "<script>MathJax</script><p>" + "\\( \\[ $$ \\begin{a} ".repeat(200_000)),
                Arguments.of("emphasized quotes", "<p>" + "a<b>“b”</b>".repeat(100_000)),
                Arguments.of("players", "<lite-youtube videoid=a1B2c3D4e5F></lite-youtube>".repeat(100_000)),
                Arguments.of("open sections", "<p>deep" + "<![CDATA[".repeat(200_000)),
                Arguments.of("raw text without an end", "<p>deep<![CDATA[>" + "<svg>".repeat(100_000)),
                Arguments.of(
                        "named words in one line",
                        "<p>" + "<span><a class=share href=/x>a</a></span>".repeat(70_000) + "deep</p>"),
                Arguments.of(
                        "ids of headings",
                        numbered("<div id=next-part-#><h3>Next part</h3>" + "<div id=share-a-b>".repeat(3), 30_000)),
                Arguments.of(
                        "closed panels",
                        numbered("<button aria-controls=a#>b</button><div id=a# hidden>" + PROSE + "</div>", 60_000)),
                Arguments.of(
                        "panels in panels",
                        ("<button>b</button><div role=tabpanel hidden>".repeat(70) + PROSE + "</div>".repeat(70))
                                .repeat(1_000)),
                Arguments.of(
                        "shadow roots", "<x-a><template shadowrootmode=open><slot></slot>".repeat(20_000) + "deep"),
                Arguments.of(
                        "streamed parts",
                        numbered("<template id=B:#></template>", 30_000)
                                + numbered("<div hidden id=S:#>" + PROSE + "</div>", 30_000)),
                Arguments.of("pages without scripts", ("<noscript><p>" + PROSE + "</p></noscript>").repeat(60_000)),
                Arguments.of("words in buttons", "<p>" + "a word <button>b</button> ".repeat(60_000)),
                Arguments.of("a million siblings", "<i>a</i> ".repeat(1_000_000)));
    }

    /** Upper bound of the relative cost. Every page costs less than two; one read in quadratic time would cost hundreds. */
    private static final double MAX_ORDINARY_PAGES = 6;

    private static final String PROSE =
            "This is a sentence of a text, which is long enough to be one, is it not? Yes it is. ";
    private static final String JSON_EVENT =
            "<script type=application/ld+json>{\"@type\":\"Event\",\"name\":\"x\"}</script>";
    private static final String EVENT = "<div itemscope itemtype=http://schema.org/Event itemprop=performer>";

    private static String numbered(String html, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(html.replace("#", Integer.toString(i)));
        }
        return all.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsPagesDesignedToHang(String name, String html) {
        String page = "<html><head><title>t</title></head><body>" + html;

        ReadingCost cost = ReadingCost.of(page, MAX_ORDINARY_PAGES);

        assertThat(cost.ordinaryPages()).isLessThan(MAX_ORDINARY_PAGES);
        assertThat(cost.page().facts().first(FactName.TITLE)).isPresent();
        assertThat(cost.page().markdown().length()).isLessThan(2 * html.length() + 3_000_000);
    }

    @Test
    @Timeout(60)
    void survivesAMillionAttributes() {
        StringBuilder html = new StringBuilder("<body><p");
        for (int i = 0; i < 1_000_000; i++) {
            html.append(" a").append(i).append("=1");
        }
        SessionPage page = TestPages.html(
                html.append(">A short text that is read all the same.</p>").toString());

        assertThat(page.markdown()).contains("A short text that is read all the same.");
    }

    @Test
    void warnsThatTheEndWasNotRead() {
        SessionPage page = TestPages.html("<main>" + "<i>a</i> ".repeat(250_000) + "</main>");

        assertThat(page.warnings())
                .contains("The page has more than 150000 tags, or too many too deep: its end was not read.");
    }

    @Test
    void readsAnEmptyPage() {
        assertThat(TestPages.read(new byte[0], "utf-8").isEmpty()).isTrue();
        assertThat(TestPages.read(new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe}, "utf-8")
                        .links())
                .isEmpty();
    }
}
