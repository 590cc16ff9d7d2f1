package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.markdown.Markdown;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final String MATHJAX = "<head><script src='/mathjax@3/tex-chtml.js'></script></head>";
    private static final String DOLLARS =
            "<head><script>MathJax = {tex: {inlineMath: [['$', '$'], ['\\\\(', '\\\\)']]}};</script></head>";

    private static String of(String html) {
        return Markdown.of(List.of(Jsoup.parse(html, "https://conf.test/").body()), Set.of())
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$$ a_{1} * b_1 \\, c $$|$$ a_{1} * b_1 \\, c $$",
                "so \\(u_j * v_j\\) is|so \\(u_j * v_j\\) is",
                "\\[ x⏎ + y % sum⏎ + z \\]|\\[ x + y + z \\]",
                "\\begin{align}a &amp;= b\\\\c\\end{align}|\\begin{align}a &= b\\\\c\\end{align}",
                "\\(a &lt;b\\)|\\(a \\lt b\\)",
                "for $5 _a and $6 _b|for $5 \\_a and $6 \\_b",
                "half \\(a*b|half \\\\(a\\*b",
                "<code>\\(a\\)</code>|`\\(a\\)`",
                "<span class=tex2jax_ignore>\\(a\\)</span>|\\\\(a\\\\)",
            })
    void texIsUnchangedWhereThePageSetsIt(String text, String markdown) {
        assertThat(of(MATHJAX + "<p>" + text.replace('⏎', '\n') + "</p>")).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"cost \\$5 for $x_1*y$|cost \\\\$5 for $x_1*y$"})
    void aSingleDollarSignCountsWhereThePageSaysSo(String text, String markdown) {
        assertThat(of(DOLLARS + "<p>" + text + "</p>")).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$$a_b$$ \\(c*d\\)|$$a_b$$ \\\\(c\\*d\\\\)",
                "<span class='math inline'>\\(a*b\\)</span>|\\(a*b\\)",
                "<span class='math inline'>x^2</span>|$x^2$",
                "<span class='math inline'><i>x</i></span>|*x*",
            })
    void otherPagesShowTheirText(String text, String markdown) {
        assertThat(of("<p>" + text + "</p>")).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<mfrac><mi>a</mi><mn>2</mn></mfrac>|\\frac{a}{2}",
                "<m:mi>a</m:mi><m:mo>+</m:mo><m:mi>b</m:mi>|a+b",
                "<mfenced open='['><mi>a</mi><mi>b</mi></mfenced>|[a, b)",
                "<semantics><mi>E</mi><annotation encoding='application/x-tex'>E_0</annotation></semantics>|E_0",
            })
    void mathMlBecomesTex(String mathMl, String tex) {
        assertThat(of("<p><math>" + mathMl + "</math></p>")).isEqualTo("$" + tex + "$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<mjx-container><svg></svg><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>|$x$",
                "<mjx-container display=true><mjx-math data-latex='x_1'>x1</mjx-math></mjx-container>|$$x_1$$",
                "<span class=MathJax_Preview>x2</span><span class=MathJax>x2</span><script type='math/tex'>x^2</script>|$x^2$",
                "<span class=MathJax data-mathml='&lt;math&gt;&lt;mi&gt;x&lt;/mi&gt;&lt;/math&gt;'>x</span>|$x$",
                "<span class=katex-display><span class=katex><span><math alttext='E_0'><mi>E</mi></math></span><span class=katex-html>E0</span></span></span>|$$E_0$$",
                "<span class=katex><span class=katex-html>E0</span></span>|E0",
                "<span class=mwe-math-element><span><math alttext='a_1'></math></span><img src=/a.svg alt='a_1'></span>|$a_1$",
            })
    void aFormulaThatAScriptHasSetIsWrittenOnce(String html, String markdown) {
        assertThat(of("<p>so " + html + " is</p>")).isEqualTo("so " + markdown + " is");
    }

    @Property(tries = 2_000)
    void noTexBecomesHtmlOrALink(@ForAll("texts") String text) {
        String markdown = of(DOLLARS + "<p>" + Entities.escape(text) + "</p>");

        assertThat(RenderedText.of(markdown)).isNotNull();
        RenderedText.parsed(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                throw new AssertionError("a link to " + link.getDestination() + " in " + markdown);
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError("an image of " + image.getDestination() + " in " + markdown);
            }
        });
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "\\(", "\\)", "\\[", "\\]", "$", "$$", "<b>", "<!--", "](x)", "[", "`", "*", "_", "a", " ",
                        "&lt;", "%", "\\", "!")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
