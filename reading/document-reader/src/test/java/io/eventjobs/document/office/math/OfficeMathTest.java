package io.eventjobs.document.office.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.office.xml.XmlTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeMathTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = "::",
            textBlock =
                    """
            sSup e{x} sup{2}                                                          :: x^2
            sSup e{x} sup{n+1}                                                        :: x^{n+1}
            sSub e{ab} sub{i}                                                         :: {ab}_i
            sSubSup e{x} sub{i} sup{2}                                                :: x_i^2
            sPre sub{1} sup{2} e{X}                                                   :: {{}}_1^2X
            f num{a+b} den{2}                                                         :: \\frac{a+b}{2}
            f fPr[type=lin] num{a} den{b}                                             :: a/b
            f fPr[type=noBar] num{n} den{k}                                           :: {n \\atop k}
            rad radPr[degHide=1] deg{} e{x}                                           :: \\sqrt{x}
            rad deg{3} e{x}                                                           :: \\sqrt[3]{x}
            nary naryPr[chr=∑] sub{i=1} sup{n} e{i}                                   :: \\sum_{i=1}^n i
            nary sub{0} sup{1} e{x}                                                   :: \\int_0^1 x
            nary naryPr[chr=∏][supHide=1] sub{k} sup{} e{k}                           :: \\prod_k k
            d e{x}                                                                    :: (x)
            d dPr[begChr={][endChr=}] e{x}                                            :: \\{x\\}
            d e{f num{1} den{x}}                                                      :: \\left( \\frac{1}{x} \\right)
            d dPr[begChr=|][endChr=|] e{x}                                            :: |x|
            d e{m mr{e{a}e{b}}mr{e{c}e{d}}}                                           :: \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
            d dPr[begChr={][endChr=] e{eqArr e{a}e{b}}                                :: \\begin{cases} a \\\\ b \\end{cases}
            m mr{e{a}e{b}}                                                            :: \\begin{matrix} a & b \\end{matrix}
            func fName{sin} e{x}                                                      :: \\sin x
            func fName{limLow e{lim} lim{x→0}} e{x}                                   :: \\lim_{x→0} x
            acc e{x}                                                                  :: \\hat{x}
            acc accPr[chr=⃗] e{v}                                                     :: \\vec{v}
            bar barPr[pos=top] e{z}                                                   :: \\overline{z}
            groupChr groupChrPr[chr=⏟] e{a}                                           :: \\underbrace{a}
            borderBox e{x}                                                            :: \\boxed{x}
            """)
    void writesEachStructureAsTeX(String formula, String tex) throws Exception {
        assertThat(OfficeMath.tex(math(Formulas.xml(formula)))).isEqualTo(tex);
    }

    @Test
    void writesWordsAndAlphabets() throws Exception {
        assertThat(OfficeMath.tex(math("<m:r><m:rPr><m:nor/></m:rPr><m:t>if </m:t></m:r><m:r><m:t>𝑥∈</m:t></m:r>"
                        + "<m:r><m:rPr><m:scr m:val=\"double-struck\"/></m:rPr><m:t>R</m:t></m:r>")))
                .isEqualTo("\\text{if }x∈\\mathbb{R}");
    }

    @Test
    void leavesNoMarkupInAFormula() throws Exception {
        String tex = OfficeMath.tex(math("<m:r><m:t>$[x](http://a.test) &lt;b&gt; `c` {d} \\e *f*</m:t></m:r>"));

        String written = BlockMarkdown.of(List.of(
                new Block.Paragraph(new RichText(List.of(Span.plain("so "), new Span(tex, Span.Style.MATH, null))))));

        assertThat(written)
                .isEqualTo("so $\\$[x]{}(http://a.test) \\lt b\\gt  'c' \\{d\\} \\backslash e \\ast f\\ast $");
    }

    private XmlElement math(String content) throws Exception {
        return tree("<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">" + content
                + "</m:oMath>");
    }

    private XmlElement tree(String xml) throws Exception {
        Path file = Files.write(
                folder.resolve("math.zip"), OfficeFiles.zip("math.xml", xml.getBytes(StandardCharsets.UTF_8)));
        XmlTree tree = new XmlTree();
        try (BoundedZip zip = BoundedZip.open(file)) {
            SafeXml.read(zip, "math.xml", tree::read);
        }
        return tree.root().orElseThrow();
    }
}
