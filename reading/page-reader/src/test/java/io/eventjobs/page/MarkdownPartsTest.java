package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the written Markdown by parsing it with a CommonMark parser. */
class MarkdownPartsTest {
    private static final String AROUND =
            "<p>A sentence before it, long enough to be text, with a comma and a full stop at its end.</p>";

    private static String written(String html) {
        return TestPages.html("<main>" + AROUND + html + AROUND + "</main>").markdown();
    }

    /** The nodes of a kind, each as its text or target. */
    private static List<String> found(String html) {
        List<String> found = new ArrayList<>();
        RenderedText.parsed(written(html)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add("link " + link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                found.add("image " + image.getDestination());
            }

            @Override
            public void visit(Code code) {
                found.add("code " + code.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock code) {
                found.add("fence " + code.getInfo() + " " + code.getLiteral().replace("\n", "⏎"));
            }

            @Override
            public void visit(BulletList list) {
                found.add("bullets");
                visitChildren(list);
            }

            @Override
            public void visit(OrderedList list) {
                found.add("numbers from " + list.getMarkerStartNumber());
                visitChildren(list);
            }

            @Override
            public void visit(BlockQuote quote) {
                found.add("quote");
                visitChildren(quote);
            }

            @Override
            public void visit(Heading heading) {
                found.add("heading " + heading.getLevel());
                visitChildren(heading);
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    found.add("row");
                }
                visitChildren(node);
            }
        });
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ol start=7><li>a<ul><li>b<ol><li>c</ol></ul></ol>|numbers from 7, bullets, numbers from 1",
                "<pre><code class='language-rust'>fn a() {}&#10;&#10;  b</code></pre>|fence rust fn a() {}⏎⏎  b⏎",
                "<div class='highlight-python'><div class=highlight><pre><span>import</span> a</pre></div></div>|fence python import a⏎",
                "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.</p>|code Ctrl, code C",
                "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>|quote, quote",
                "<div class='admonition warning'><p class=admonition-title>Warning</p><p>Hot.</p></div>|quote",
                "<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e</table>|row, row, row",
                "<p><a href='/Dir/A%20b?x=1&amp;y=%C3%9F#Frag'>z</a></p>|link https://conf.test/Dir/A%20b?x=1&y=%C3%9F#Frag",
                "<iframe src='https://www.youtube.com/embed/x1' title=Talk></iframe>|link https://www.youtube.com/embed/x1",
                "<video><source src='/v/talk.webm'></video>|link https://conf.test/v/talk.webm",
                "<p><img src='data:image/gif;base64,R0lG' data-src='/a.png' alt=x></p>|image https://conf.test/a.png",
                "<p><img class=lazy alt=x><noscript><img src='/b.png'></noscript></p>|image https://conf.test/b.png",
                "<picture><source srcset='/c.avif 1x, /d.avif 2x'><img alt=x></picture>|image https://conf.test/d.avif",
                "<h2>A <a class=headerlink href='#a'>¶</a></h2>|heading 2",
                "<ol reversed><li>c<li>b<li>a</ol>|numbers from 3, numbers from 2, numbers from 1",
                "<ol reversed start=10><li>ten<li>nine</ol>|numbers from 10, numbers from 9",
                "<ol><li>a<li value=5>b<li>c</ol>|numbers from 1, numbers from 5",
                "<object data='/a.pdf' type='application/pdf'>No viewer.</object>|link https://conf.test/a.pdf",
                "<iframe src='/b.pdf'></iframe>|link https://conf.test/b.pdf",
            })
    void arePreserved(String html, String parts) {
        assertThat(String.join(", ", found(html))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>So <script type='math/tex'>x^2 + y</script> holds.</p>|So $x^2 + y$ holds.",
                "<p>So <script type='math/tex; mode=display'>a &lt; b</script> holds.</p>|$$a",
                "<p>So <span class=katex><span class=katex-mathml><math><semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math></span><span class=katex-html aria-hidden=true>E=mc2</span></span> holds.</p>|So $E=mc^2$ holds.",
                "<p>10<sup>6</sup> of H<sub>2</sub>O</p>|10⁶ of H₂O",
                "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>です</p>|漢(かん)です",
                "<p>The <abbr title='World Wide Web'>WWW</abbr> is <mark>old</mark>.</p>|The WWW (World Wide Web) is old.",
                "<p>A <abbr title='World Wide Web'>WWW</abbr>, and the <abbr title='World Wide Web'>WWW</abbr> again.</p>|A WWW (World Wide Web), and the WWW again.",
                "<p>Written <abbr title='2026-02-01T10:00'>yesterday</abbr> by <abbr title='me'>somebody</abbr>.</p>|Written yesterday by somebody.",
                "<dl><dt>Pie<dd>Type that was dropped.<dd>A dish.</dl>|**Pie**: Type that was dropped.",
                "<blockquote><p>Simple is hard.</p><footer>— Ann Lee</footer></blockquote>|— Ann Lee",
                "<blockquote><p>Quote</p></blockquote>|> Quote",
                "<ul><li>Search<li>x<li>Comments</ul>|- x",
                "<table><tr><th>X<th>Y<tr><td>Image<td>Share</table>|Image | Share",
                "<object data='/b.html'>Text of its own.</object>|Text of its own.",
                "<details><summary>More</summary><p>Hidden until asked.</p></details>|Hidden until asked.",
                "<p>Said<sup><a href='#n1'>1</a></sup>.</p><ol><li id=n1>A note. <a href='#r1'>↑</a></li></ol>|1. A note.",
            })
    void areReadAsTheyWereMeant(String html, String markdown) {
        assertThat(written(html)).contains(markdown);
    }

    @Test
    void writesTheFootOfATableLast() {
        assertThat(written("<table><thead><tr><th>A<th>B</thead><tfoot><tr><td>sum<td>3</tfoot>"
                        + "<tbody><tr><td>one<td>1<tr><td>two<td>2</tbody></table>"))
                .contains("| one | 1 |\n| two | 2 |\n| sum | 3 |");
    }

    @Test
    void makesNoColumnsOfACellThatSpansMoreThanThereAre() {
        assertThat(written("<table><tr><td colspan=100>All of them<tr><td>one<td>1</table>"))
                .contains("| All of them | |\n| one | 1 |");
    }

    @Test
    void setsOffANoteWithItsTitle() {
        assertThat(written("<div class='admonition note'><p class=admonition-title>Note</p><p>Two lines.</p></div>"))
                .contains("> **Note**\n>\n> Two lines.");
    }
}
