package io.eventjobs.markdown.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathMlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<mfrac><mi>a</mi><mn>2</mn></mfrac>|\\frac{a}{2}",
                "<msup><mi>x</mi><mn>2</mn></msup><mo>−</mo><msub><mi>y</mi><mi>i</mi></msub>|x^2-y_i",
                "<msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mn>2</mn></msup>|(x)^2",
                "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover>|\\sum_{i=0}^n",
                "<munder><mo>lim</mo><mi>n</mi></munder>|\\lim_n",
                "<mover><mi>v</mi><mo>→</mo></mover><munder><mi>a</mi><mi>b</mi></munder>|\\vec{v}\\underset{b}{a}",
                "<msqrt><mi>a</mi><mi>b</mi></msqrt><mroot><mi>c</mi><mn>3</mn></mroot>|\\sqrt{ab}\\sqrt[3]{c}",
                "<mi>sin</mi><mi>x</mi><mi>rate</mi>|\\sin x\\operatorname{rate}",
                "<mtext>if 5 %</mtext><mo>{</mo><mfenced><mi>a</mi><mi>b</mi></mfenced>|\\text{if 5 \\%}\\{(a, b)",
                "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd></mtr></mtable>|\\begin{matrix} a & b \\\\ c \\end{matrix}",
                "<semantics><mi>E</mi><annotation encoding='application/x-tex'>E_0</annotation></semantics>|E",
            })
    void becomesTex(String mathMl, String tex) {
        assertThat(tex("<math>" + mathMl + "</math>")).isEqualTo(tex);
    }

    @Test
    void isReadAsAWhole() {
        String math =
                "<math><semantics><mrow><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup><mo>+</mo><mfrac><mn>1</mn><msqrt><mi>y</mi></msqrt></mfrac>"
                        + "<mo>+</mo><munderover><mo>∑</mo><mi>k</mi><mi>n</mi></munderover><mroot><mi>k</mi><mn>3</mn></mroot><mover><mi>v</mi><mo>→</mo></mover>"
                        + "<mfenced><mi>a</mi><mi>b</mi></mfenced><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable><mi>sin</mi><mi>z</mi></mrow><annotation>gone</annotation></semantics></math>";

        assertThat(tex(math))
                .isEqualTo(
                        "x_i^2+\\frac{1}{\\sqrt{y}}+\\sum_k^n \\sqrt[3]{k}\\vec{v}(a, b)\\begin{matrix} 1 & 0 \\end{matrix}\\sin z");
    }

    private static String tex(String mathMl) {
        return MathMl.tex(new Parsed(Jsoup.parse(mathMl, "", Parser.xmlParser()).child(0)));
    }

    private record Parsed(Element element) implements MathElement {
        @Override
        public String localName() {
            return element.tagName();
        }

        @Override
        public String text() {
            return element.wholeText();
        }

        @Override
        public String attribute(String name) {
            return element.attr(name);
        }

        @Override
        public boolean has(String attribute) {
            return element.hasAttr(attribute);
        }

        @Override
        public List<Parsed> children() {
            return element.children().stream().map(Parsed::new).toList();
        }
    }
}
