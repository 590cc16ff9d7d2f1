package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.markdown.Markdown;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMarkdownTest {
    private static String of(String html) {
        return Markdown.of(
                        List.of(Jsoup.parse(html, "https://conf.test/dir/page").body()), Set.of())
                .text();
    }

    private static String row(String number, String code) {
        return "<tr><td class=blob-num data-line-number=" + number + "></td><td class=blob-code>" + code + "</td></tr>";
    }

    @Test
    void aTableWithARowForEachLineIsOneBlock() {
        assertThat(of("<table data-lang=python>" + row("1", "def main():") + row("2", "")
                        + row("3", "    print('a | b')") + "</table>"))
                .isEqualTo("```python\ndef main():\n\n    print('a | b')\n```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>1<td><code>a;</code><tr><td>2<td><code>  b;</code></table>",
                "<table class=highlighttable><tr><td class=linenos>1<td>a;<tr><td class=linenos>2<td>  b;</table>",
                "<table><tr><td class=code>a;<tr><td class=code>  b;</table>",
                "<table><tr><td class=linenos><pre>1\n2</pre><td class=code><pre>a;\n  b;</pre></table>",
                "<table class=highlight><tr><td data-line-number=7><td><pre>a;</pre><tr><td data-line-number=8><td><pre>  b;</pre></table>",
            })
    void tablesOfCodeKeepTheirIndentation(String html) {
        assertThat(of(html)).isEqualTo("```\na;\n  b;\n```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><th>No<th>Command<tr><td>1<td><code>a</code><tr><td>2<td><code>b</code></table>",
                "<table><tr><td>a<td><code>b</code><tr><td>c<td><code>d</code></table>",
                "<table><tr><td>1<td>one<tr><td>2<td>two</table>",
                "<table class=highlight><tr><td>1<td>one<tr><td>2<td>two</table>",
            })
    void otherTablesRemainTables(String html) {
        assertThat(of(html)).contains("| --- | --- |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><span class=l>1</span>a;\n<span class=l>2</span>\n<span class=l>3</span>  b;</pre>",
                "<pre><code><i>9 </i>a;\n<i>10 </i>\n<i>11 </i>  b;</code></pre>",
                "<div><pre>1\n2\n3</pre><pre>a;\n\n  b;</pre></div>",
                "<div><div><pre>1\n2\n3</pre></div><div><pre>a;\n\n  b;</pre></div></div>",
            })
    void lineNumbersAreNotPartOfTheCode(String html) {
        assertThat(of(html)).isEqualTo("```\na;\n\n  b;\n```");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pre><span class=hljs-number>1</span>⏎<span class=hljs-number>2</span></pre>|1⏎2",
                "<pre><b>1</b>⏎<b>2</b></pre>|1⏎2",
                "<pre><i>1</i> a⏎<i>3</i> b</pre>|1 a⏎3 b",
                "<pre><i>1</i> a⏎b</pre>|1 a⏎b",
                "<pre>1⏎2</pre><p>and</p>|1⏎2",
            })
    void numbersThatAreCodeRemain(String html, String code) {
        assertThat(of(html.replace('⏎', '\n'))).startsWith("```\n" + code.replace('⏎', '\n') + "\n```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre class=language-sh><div><span>sh</span><button>Copy</button></div><code>ls\ncd x</code></pre>",
                "<pre><code class=language-sh><span class=lang-label>sh</span>\nls\ncd x</code></pre>",
            })
    void theLabelOfTheLanguageIsNotPartOfTheCode(String html) {
        assertThat(of(html)).isEqualTo("```sh\nls\ncd x\n```");
    }

    @Test
    void aFirstLineThatIsTheNameOfTheLanguageIsCode() {
        assertThat(of("<pre><code class=language-sh>sh\nls</code></pre>")).isEqualTo("```sh\nsh\nls\n```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<code style='display: block; white-space: pre'>a;\n  b;</code>",
                "<code><div>a;</div><div>  b;</div></code>",
                "<code><pre>a;\n  b;</pre></code>",
                "<p><code>a;\n  b;</code></p>",
                "<p><code>a;<br>  b;</code></p>",
            })
    void linesOfCodeInAnInlineElementAreABlock(String html) {
        assertThat(of(html)).isEqualTo("```\na;\n  b;\n```");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>so <code>a⏎b</code> is</p>|so `a b` is",
                "<h2><code>a⏎b</code></h2>|## `a b`",
                "<p><code>a</code></p>|`a`",
                "<p>See <code><img src=a.png alt=key></code>.</p>|See ![key](https://conf.test/dir/a.png).",
                "<p>See <code>a <img src=a.png alt=key></code>.</p>|See `a` ![key](https://conf.test/dir/a.png).",
            })
    void otherInlineCodeRemainsInline(String html, String markdown) {
        assertThat(of(html.replace('⏎', '\n'))).isEqualTo(markdown);
    }

    @Test
    void itemsWithinCodeAreLines() {
        assertThat(of("<pre>a\n<ul>\n <li>b</li>\n <li>c</li>\n</ul></pre>")).isEqualTo("```\na\nb\nc\n```");
    }

    @Test
    void aTableWithHeadsMayHaveCodeAndHeadingsInItsCells() {
        assertThat(of("<table><tr><th>A<th>B<tr><td><pre>x\n  `y`</pre><td><h3>T</h3>text</table>"))
                .isEqualTo("| A | B |\n| --- | --- |\n| `x` ``   `y` `` | **T** text |");
    }
}
