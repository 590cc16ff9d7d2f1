package io.eventjobs.document.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDocumentTextTest {
    private static final String FORMULA =
            "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding=\"StarMath 5.0\">x^2</annotation></semantics></math>";

    @TempDir
    private Path folder;

    @Test
    void readsFormulasOfObjectsWithoutTheirPictures() throws Exception {
        String body =
                "<text:p>area <draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame></text:p>";

        OfficeText text = read(OfficeFiles.odt(body, "Object 1", FORMULA), OfficeFormat.ODT);

        assertThat(BlockMarkdown.of(text.blocks())).isEqualTo("area $x^2$");
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void readsFormulasThatStandInTheText() throws Exception {
        byte[] odt = OfficeFiles.odt(
                "<text:p>area <draw:frame><draw:object>" + FORMULA + "</draw:object></draw:frame> of it</text:p>");

        assertThat(BlockMarkdown.of(read(odt, OfficeFormat.ODT).blocks())).isEqualTo("area $x^2$ of it");
    }

    @Test
    void writesChartsAsTablesAndNamesOtherObjects() throws Exception {
        String body =
                "<text:p>before</text:p><text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>"
                        + "<text:p><draw:frame><draw:object xlink:href=\"./Object 2\"/></draw:frame><draw:frame><draw:object-ole xlink:href=\"./Object 3\"/></draw:frame>"
                        + "<draw:frame><draw:plugin xlink:href=\"Media/demo.mp4\"/></draw:frame></text:p><text:p><office:annotation><text:p>really?</text:p></office:annotation>after</text:p>";

        OfficeText text = read(OfficeFiles.odt(body, "Object 1", OfficeFiles.openChart()), OfficeFormat.ODT);

        assertThat(BlockMarkdown.of(text.blocks()))
                .isEqualTo(
                        """
                        before

                        **Builds**

                        | | done |
                        | --- | --- |
                        | May | 19.2 |
                        | June | |

                        after""");
        assertThat(text.warnings())
                .containsExactly(
                        "2 embedded objects are left out.",
                        "One embedded video or sound is left out: “demo.mp4”.",
                        "One comment of a reviewer is left out.");
    }

    @Test
    void readsRaisedTextAndTextBoxes() throws Exception {
        byte[] odt = OfficeFiles.odt(
                """
                <text:p>10<text:span text:style-name="raised">9</text:span> H<text:span text:style-name="lowered">2</text:span>O</text:p>\
                <text:p>beside<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame></text:p>\
                """);

        assertThat(BlockMarkdown.of(read(odt, OfficeFormat.ODT).blocks())).isEqualTo("10⁹ H₂O\n\nin a box\n\nbeside");
    }

    @Test
    void keepsWhatIsStruckThroughAsSuch() throws Exception {
        byte[] odt = OfficeFiles.odt(
                "<text:p>At <text:span text:style-name=\"struck\">ten</text:span> eleven</text:p><text:h text:outline-level=\"1\">"
                        + "<text:span text:style-name=\"struck\">Old</text:span> title</text:h>");

        assertThat(BlockMarkdown.of(read(odt, OfficeFormat.ODT).blocks()))
                .isEqualTo("At ~~ten~~ eleven\n\n# ~~Old~~ title");
    }

    @Test
    void keepsTheReadingOfAWord() throws Exception {
        byte[] odt = OfficeFiles.odt("<text:p>In <text:ruby><text:ruby-base>漢字</text:ruby-base>"
                + "<text:ruby-text>かんじ</text:ruby-text></text:ruby><text:ruby><text:ruby-base>も</text:ruby-base>"
                + "<text:ruby-text/></text:ruby>.</text:p>");

        assertThat(BlockMarkdown.of(read(odt, OfficeFormat.ODT).blocks())).isEqualTo("In 漢字(かんじ)も.");
    }

    @Test
    void startsListsWhereTheyStart() throws Exception {
        byte[] odt = OfficeFiles.odt(
                """
                <text:list><text:list-item><text:p text:style-name="numbered">four</text:p></text:list-item><text:list-item><text:p text:style-name="numbered">five</text:p></text:list-item></text:list>\
                <text:p>between</text:p>\
                <text:list text:style-name="later" text:continue-numbering="true"><text:list-item><text:p>six</text:p></text:list-item><text:list-item text:start-value="9"><text:p>nine</text:p></text:list-item></text:list>\
                """);

        assertThat(BlockMarkdown.of(read(odt, OfficeFormat.ODT).blocks()))
                .isEqualTo("4. four\n5. five\n\nbetween\n\n6. six\n9. nine");
    }

    @Test
    void keepsLinksOfShapesAndTitles() throws Exception {
        String slide = OfficeFiles.odpSlide(
                        "<text:a xlink:href=\"https://conf.test/talk\">The talk</text:a>",
                        "<draw:text-box><text:p>plain</text:p></draw:text-box>",
                        "")
                .replace(
                        "<presentation:notes>",
                        "<draw:a xlink:href=\"https://conf.test/box\"><draw:frame><draw:text-box><text:p>a box</text:p></draw:text-box></draw:frame></draw:a><presentation:notes>");

        assertThat(BlockMarkdown.of(read(OfficeFiles.odp(slide), OfficeFormat.ODP)
                        .slides()
                        .getFirst()
                        .blocks()))
                .isEqualTo("# [The talk](https://conf.test/talk)\n\nplain\n\n[a box](https://conf.test/box)");
    }

    private OfficeText read(byte[] file, OfficeFormat format) throws Exception {
        return OpenDocumentText.read(
                Files.write(folder.resolve("file"), file),
                format,
                new PictureCollector((index, extension) -> folder.resolve(index + extension)));
    }
}
