package io.eventjobs.document.office.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquationFieldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EQ \\f(1,2)|\\frac{1}{2}",
                " eq x = \\F(a + b;2) |x = \\frac{a + b}{2}",
                "EQ \\r(3,x)|\\sqrt[3]{x}",
                "EQ \\r(,x)|\\sqrt{x}",
                "EQ \\r(x)|\\sqrt{x}",
                "EQ x\\s\\up8(2)|x^2",
                "EQ x\\s\\do 4(i+1)|x_{i+1}",
                "EQ \\s(a,b)|_b^a",
                "EQ \\i(0,1,x dx)|\\int_0^1 x dx",
                "EQ \\i\\su(k=1,n,k)|\\sum_{k=1}^n k",
                "EQ \\i \\pr (1,n,k)|\\prod_1^n k",
                "EQ \\b(\\f(1,2))|\\left( \\frac{1}{2} \\right)",
                "EQ \\b\\bc\\[(x)|[x]",
                "EQ \\b\\lc\\{(x)|\\left\\{ x \\right.",
                "EQ \\a\\al\\co2\\vs3(1,2,3,4)|\\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix}",
                "EQ \\a(1,2)|\\begin{matrix} 1 \\\\ 2 \\end{matrix}",
                "EQ \\x\\to(A)|\\overline{A}",
                "EQ \\x\\bo(A)|\\underline{A}",
                "EQ \\x(A)|\\boxed{A}",
                "EQ \\o(x,¯)|\\overline{x}",
                "EQ \\o(a,b)|ab",
                "EQ \\l(a,b,c)|a, b, c",
                "EQ a\\d\\fo10()b|a b",
                "EQ \\f(f(x,y),g\\,2)|\\frac{f(x,y)}{g,2}",
                "EQ \\f(\\r(2,\\f(a,b)),c)|\\frac{\\sqrt[2]{\\frac{a}{b}}}{c}",
                "EQ 50% {x}|50\\% \\{x\\}",
                "EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\f(1,2)|\\frac{1}{2}",
            })
    void writesTheSwitchesAsTex(String instruction, String tex) {
        assertThat(EquationField.of(instruction)).contains(new EquationField.Formula(tex));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\o\\ad(\\s\\up 9(とうきょう),東京)|東京(とうきょう)",
                "EQ \\o(\\s\\up9(かんじ);漢字)|漢字(かんじ)",
            })
    void writesReadingsAfterTheirWords(String instruction, String text) {
        assertThat(EquationField.of(instruction)).contains(new EquationField.Annotated(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PAGE", "EQUATION \\f(1,2)", "HYPERLINK \"EQ\"", "SEQ Table"})
    void isNoneOfAnotherField(String instruction) {
        assertThat(EquationField.of(instruction)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\f(",
                "\\f(1",
                "\\f(1,",
                "\\",
                "\\f",
                "\\q(1)",
                "\\f()",
                ")",
                "\\f(1,2))",
                "\\o\\ad(\\s\\up",
                "\\b\\lc",
                "\\a\\co0(1)"
            })
    void keepsWhatItCanOfAFormulaThatIsBroken(String code) {
        assertThat(EquationField.of("EQ 7" + code).orElseThrow().text()).contains("7");
    }

    @Test
    void isBoundedInDepth() {
        String deep = "\\f(".repeat(3_000);

        assertThat(EquationField.of("EQ x" + deep).orElseThrow().text()).startsWith("x");
    }
}
