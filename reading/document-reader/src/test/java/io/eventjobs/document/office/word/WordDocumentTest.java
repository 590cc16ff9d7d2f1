package io.eventjobs.document.office.word;

import static io.eventjobs.document.fixture.PackageFile.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.fixture.Charts;
import io.eventjobs.document.fixture.Diagrams;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.PackageFile;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordDocumentTest {
    private static final String LIST_STYLES =
            """
            <w:styles><w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Number"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Deeper"><w:name w:val="Own"/><w:basedOn w:val="Number"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Second"><w:name w:val="List Number 2"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>\
            """;
    private static final String LISTS =
            """
            <w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>\
            <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="Second"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Step %1:"/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>\
            <w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>\
            <w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>\
            """;

    @TempDir
    private Path folder;

    @Test
    void numbersListsByTheirStyles() throws Exception {
        String body = styled("Bullet", "point")
                + styled("Number", "three")
                + styled("Deeper", "four")
                + styled("Second", "inner")
                + styled("Number", "five")
                + paragraph("<w:pStyle w:val=\"Number\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "no item")
                + paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>", "seven")
                + paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>", "eight");

        assertThat(markdown(withLists(body)))
                .isEqualTo("- point\n3. three\n4. four\n   1. inner\n5. five\n\nno item\n\n7. seven\n8. eight");
    }

    @Test
    void keepsTheWordsOfLabelsAndTheNumbersOfHeadings() throws Exception {
        String body = styled("H1", "Why")
                + paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>", "stop")
                + paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>", "look");

        assertThat(markdown(withLists(body))).isEqualTo("# I. Why\n\n- Step 1: stop\n- Step 2: look");
    }

    @Test
    void readsATextBoxOnceWhateverItsAlternatives() throws Exception {
        String box = "<w:txbxContent>" + paragraph("", "in a box") + "</w:txbxContent>";
        String body =
                "<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData>"
                        + "<wps:wsp><wps:txbx>" + box
                        + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                        + "<mc:Fallback><w:pict><v:shape><v:textbox>" + box
                        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                        + "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph("", "an old box")
                        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";

        assertThat(markdown(PackageFile.word(body))).isEqualTo("Beside\n\nin a box\n\nan old box");
    }

    @Test
    void showsTheTextAfterAllTrackedChanges() throws Exception {
        String body =
                """
                <w:p><w:r><w:t xml:space="preserve">kept </w:t></w:r><w:ins><w:r><w:t xml:space="preserve">added </w:t></w:r></w:ins><w:del><w:r><w:delText>gone </w:delText></w:r></w:del>\
                <w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">first half, </w:t></w:r></w:p><w:p><w:r><w:t>second half</w:t></w:r></w:p>\
                """;

        assertThat(markdown(PackageFile.word(body))).isEqualTo("kept added moved\n\nfirst half, second half");
    }

    @Test
    void keepsTheAddressesOfFieldsWithoutTheirInstructions() throws Exception {
        String body = "<w:p>" + mark("begin")
                + "<w:r><w:instrText>HYPER</w:instrText></w:r><w:r><w:instrText>LINK \"https://conf.test/a?b=1&amp;c=(2)\" \\l \"part\"</w:instrText></w:r>"
                + mark("separate") + "<w:r><w:t>field</w:t></w:r>" + mark("end")
                + "<w:r><w:t xml:space=\"preserve\"> and </w:t></w:r><w:fldSimple w:instr=\" HYPERLINK &quot;https://conf.test/simple&quot; \"><w:r><w:t>simple</w:t></w:r></w:fldSimple>"
                + "<w:r><w:t xml:space=\"preserve\"> and </w:t></w:r><w:hyperlink r:id=\"web\"><w:r><w:t>link</w:t></w:r></w:hyperlink>"
                + "<w:r><w:t xml:space=\"preserve\"> on </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>7</w:t></w:r></w:fldSimple>"
                + mark("begin") + "<w:r><w:instrText>XE \"entry\"</w:instrText></w:r>" + mark("end") + "</w:p>";

        assertThat(markdown(PackageFile.word(body).linked("web", "hyperlink", "https://conf.test/web")))
                .isEqualTo(
                        "[field](https://conf.test/a?b=1&c=(2)#part) and [simple](https://conf.test/simple) and [link](https://conf.test/web) on 7");
    }

    @Test
    void readsSymbolsAndRaisedText() throws Exception {
        String body =
                """
                <w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>a</w:t></w:r>\
                <w:r><w:t xml:space="preserve"> 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>9</w:t></w:r>\
                <w:r><w:t xml:space="preserve"> H</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>O, the 1</w:t></w:r>\
                <w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>st</w:t></w:r><w:r><w:t>, x</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>k</w:t></w:r>\
                <w:r><w:sym w:font="Webdings" w:char="F061"/></w:r></w:p>\
                """;

        OfficeText text = read(PackageFile.word(body));

        assertThat(BlockMarkdown.of(text.blocks())).isEqualTo("→α 10⁹ H₂O, the 1st, x^k");
        assertThat(text.warnings()).containsExactly("One symbol of a font that is not known is left out: “Webdings”.");
    }

    @Test
    void keepsWhatIsStruckThroughAsSuch() throws Exception {
        String body =
                """
                <w:p><w:r><w:t xml:space="preserve">At </w:t></w:r><w:r><w:rPr><w:b/><w:strike/></w:rPr><w:t>ten</w:t></w:r>\
                <w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>sharp</w:t></w:r>\
                <w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t xml:space="preserve"> eleven</w:t></w:r></w:p>\
                """;

        assertThat(markdown(PackageFile.word(body))).isEqualTo("At ~~ten~~ ~~sharp~~ eleven");
    }

    @Test
    void numbersFootnotesAndEndnotesInTheOrderOfTheTextAndCountsComments() throws Exception {
        PackageFile word = PackageFile.word(
                        "<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
                .with(
                        "f",
                        "footnotes",
                        "word/footnotes.xml",
                        "<w:footnotes><w:footnote w:id=\"2\">" + paragraph("", "at the foot")
                                + "</w:footnote><w:footnote w:id=\"1\">" + paragraph("", "as well")
                                + "</w:footnote></w:footnotes>")
                .with(
                        "e",
                        "endnotes",
                        "word/endnotes.xml",
                        "<w:endnotes><w:endnote w:id=\"2\">" + paragraph("", "at the end")
                                + "</w:endnote></w:endnotes>")
                .with(
                        "c",
                        "comments",
                        "word/comments.xml",
                        "<w:comments><w:comment w:id=\"1\">" + paragraph("", "really?") + "</w:comment></w:comments>");

        OfficeText text = read(word);

        assertThat(BlockMarkdown.of(text.blocks()))
                .isEqualTo(
                        "Claim\\[1\\]\\[i\\]\\[2\\]\n\n\\[1\\] at the foot\n\n\\[i\\] at the end\n\n\\[2\\] as well");
        assertThat(text.warnings()).containsExactly("One comment of a reviewer is left out.");
    }

    @Test
    void writesFormulasAsTeX() throws Exception {
        String formula =
                "<m:oMath><m:r><m:t>y=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>x</m:t></m:r></m:den></m:f></m:oMath>";

        assertThat(markdown(PackageFile.word("<w:p><w:r><w:t xml:space=\"preserve\">so </w:t></w:r>" + formula
                        + "</w:p><w:p><m:oMathPara>" + formula + "</m:oMathPara></w:p>")))
                .isEqualTo("so $y=\\frac{1}{x}$\n\n$$y=\\frac{1}{x}$$");
    }

    @Test
    void writesChartsAndDiagramsAndNamesWhatIsLost() throws Exception {
        String body = drawing("<c:chart r:id=\"c1\"/>")
                + drawing("<dgm:relIds r:dm=\"d1\"/>")
                + drawing("<c:chart r:id=\"c2\"/>")
                + "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>";

        OfficeText text = read(PackageFile.word(body)
                .with("c1", "chart", "word/charts/chart1.xml", Charts.bars())
                .with("c2", "chart", "word/charts/chart2.xml", Charts.withoutValues())
                .with("d1", "diagramData", "word/diagrams/data1.xml", Diagrams.steps()));

        assertThat(BlockMarkdown.of(text.blocks()))
                .isEqualTo(
                        """
                        **Builds by quarter (thousands)**

                        | Quarter | Done | Failed |
                        | --- | --- | --- |
                        | first | 19.2 | 25% |
                        | second | 21.4 | 50% |

                        - plan
                          - think
                          - ask
                        - do

                        **Sales**""");
        assertThat(text.warnings())
                .containsExactly(
                        "One chart is left out, for the file stores no values of it: “Sales”.",
                        "One embedded object is left out: “Excel.Sheet.12”.");
    }

    @Test
    void keepsPicturesOfTableCells() throws Exception {
        String picture =
                "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"p\" descr=\"An orange\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"i\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
        String body = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + paragraph("", "both")
                + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("", "left") + "</w:tc><w:tc><w:p><w:r>" + picture
                + "</w:r></w:p></w:tc></w:tr></w:tbl>";

        assertThat(markdown(PackageFile.word(body)
                        .related("word/document.xml", "i", "image", "word/media/a.png")
                        .part("word/media/a.png", OfficeFiles.png())))
                .isEqualTo("| both | |\n| --- | --- |\n| left | |\n\n![An orange](asset:0)");
    }

    @Test
    void readsTheStrictDialect() throws Exception {
        PackageFile strict = withLists(
                        styled("Number", "three") + "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
                                + "<w:p><w:hyperlink r:id=\"web\"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>"
                                + drawing("<c:chart r:id=\"c1\"/>"))
                .with("c1", "chart", "word/charts/chart1.xml", Charts.bars())
                .linked("web", "hyperlink", "https://conf.test/web")
                .strict();

        assertThat(markdown(strict))
                .startsWith(
                        "3. three\n\n$$x$$\n\n[link](https://conf.test/web)\n\n**Builds by quarter (thousands)**\n\n| Quarter |");
    }

    @Test
    void leavesOutATableOfContents() throws Exception {
        String body =
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
                        + paragraph("", "Contents 1") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>"
                        + paragraph("", "in a control") + "</w:sdtContent></w:sdt>";

        assertThat(markdown(PackageFile.word(body))).isEqualTo("in a control");
    }

    @Test
    void refusesContentNestedDeeperThanAnyDocument() throws Exception {
        byte[] nested =
                PackageFile.word("<w:ins>".repeat(400) + "</w:ins>".repeat(400)).bytes();

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(nested))
                .withMessageContaining("levels deep");
    }

    private static PackageFile withLists(String body) {
        return PackageFile.word(body)
                .with("s", "styles", "word/styles.xml", LIST_STYLES)
                .with("n", "numbering", "word/numbering.xml", LISTS);
    }

    private static String styled(String style, String text) {
        return paragraph("<w:pStyle w:val=\"" + style + "\"/>", text);
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    private static String drawing(String shown) {
        return "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"d\"/><a:graphic><a:graphicData>" + shown
                + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    }

    private String markdown(PackageFile word) throws Exception {
        return BlockMarkdown.of(read(word).blocks());
    }

    private OfficeText read(PackageFile word) throws Exception {
        return read(word.bytes());
    }

    private OfficeText read(byte[] file) throws Exception {
        return WordDocument.read(
                Files.write(folder.resolve("paper.docx"), file),
                new PictureCollector((index, extension) -> folder.resolve(index + extension)));
    }
}
