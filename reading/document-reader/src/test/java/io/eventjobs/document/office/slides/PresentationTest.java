package io.eventjobs.document.office.slides;

import static io.eventjobs.document.fixture.PackageFile.frame;
import static io.eventjobs.document.fixture.PackageFile.shape;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.fixture.Charts;
import io.eventjobs.document.fixture.Diagrams;
import io.eventjobs.document.fixture.PackageFile;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresentationTest {
    @TempDir
    private Path folder;

    @Test
    void writesChartsAsTablesOfTheirValues() throws Exception {
        PackageFile slide = PackageFile.slide(frame("<c:chart r:id=\"a\"/>") + frame("<c:chart r:id=\"b\"/>")
                        + "<mc:AlternateContent><mc:Choice Requires=\"cx1\">" + frame("<cx:chart r:id=\"d\"/>")
                        + "</mc:Choice><mc:Fallback>" + shape("", line("not shown here"))
                        + "</mc:Fallback></mc:AlternateContent>")
                .with("a", "chart", "ppt/charts/chart1.xml", Charts.scatter())
                .with("b", "chart", "ppt/charts/chart2.xml", Charts.days())
                .with("d", "chartEx", "ppt/charts/chart3.xml", Charts.funnel());

        assertThat(markdown(slide))
                .isEqualTo(
                        """
                        **Latency (ms)**

                        | Nodes | p99 |
                        | --- | --- |
                        | 1 | 5 |
                        | 10 | 7 |

                        **Visits**

                        | | all |
                        | --- | --- |
                        | 2024-01-01 | 3 |
                        | 2024-01-02 | 4 |

                        **Users**

                        | | count |
                        | --- | --- |
                        | seen | 90 |
                        | tried | 12 |""");
    }

    @Test
    void takesTheValuesOfAChartFromItsWorkbookIfItStoresNone() throws Exception {
        PackageFile workbook = PackageFile.workbook(
                        "<x:row><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>units</x:t></x:is></x:c></x:row><x:row><x:c r=\"A2\" t=\"s\"><x:v>1</x:v></x:c><x:c r=\"B2\"><x:v>4</x:v></x:c></x:row>"
                                + "<x:row><x:c r=\"A3\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B3\"><x:v>0.30000000000000004</x:v></x:c></x:row>")
                .related("xl/workbook.xml", "t", "sharedStrings", "xl/sharedStrings.xml")
                .part(
                        "xl/sharedStrings.xml",
                        "<x:sst><x:si><x:t>pears</x:t></x:si><x:si><x:r><x:t>app</x:t></x:r><x:r><x:t>les</x:t></x:r></x:si></x:sst>");

        PackageFile slide = PackageFile.slide(frame("<c:chart r:id=\"a\"/>"))
                .with("a", "chart", "ppt/charts/chart1.xml", Charts.withoutValues())
                .related("ppt/charts/chart1.xml", "w", "package", "ppt/embeddings/book.xlsx")
                .part("ppt/embeddings/book.xlsx", workbook.bytes());

        assertThat(markdown(slide))
                .isEqualTo("**Sales**\n\n| | units |\n| --- | --- |\n| apples | 4 |\n| pears | 0.3 |");
    }

    @Test
    void writesDiagramsAsListsEvenInACircle() throws Exception {
        PackageFile slide = PackageFile.slide(frame("<dgm:relIds r:dm=\"d\"/>") + frame("<dgm:relIds r:dm=\"e\"/>"))
                .with("d", "diagramData", "ppt/diagrams/data1.xml", Diagrams.steps())
                .with("e", "diagramData", "ppt/diagrams/data2.xml", Diagrams.circle());

        assertThat(markdown(slide)).isEqualTo("- plan\n  - think\n  - ask\n- do\n- chicken\n  - egg");
    }

    @Test
    void readsADiagramThatIsALongChain() throws Exception {
        PackageFile slide = PackageFile.slide(frame("<dgm:relIds r:dm=\"d\"/>"))
                .with("d", "diagramData", "ppt/diagrams/data1.xml", Diagrams.chain(20_000));

        assertThat(markdown(slide)).isEqualTo("- at the end");
    }

    @Test
    void keepsAFormulaAmongItsTextAndTheAlternativeOnce() throws Exception {
        String formula =
                "<a14:m><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></a14:m>";
        String text = "<a:r><a:t>area </a:t></a:r>";
        PackageFile slide = PackageFile.slide("<mc:AlternateContent><mc:Choice Requires=\"a14\">"
                + shape("", "<a:p>" + text + formula + "</a:p>") + "</mc:Choice><mc:Fallback>"
                + shape("", "<a:p>" + text + "</a:p>")
                + "</mc:Fallback></mc:AlternateContent>");

        assertThat(markdown(slide)).isEqualTo("area $x^2$");
    }

    @Test
    void startsListsWhereTheyStart() throws Exception {
        String from4 = "<a:buAutoNum type=\"arabicPeriod\" startAt=\"4\"/>";
        PackageFile slide = PackageFile.slide(shape(
                "",
                item(0, from4, "four")
                        + item(1, "<a:buChar char=\"-\"/>", "inner")
                        + item(0, from4, "five")
                        + item(0, "<a:buNone/>", "text")
                        + item(0, "<a:buAutoNum type=\"alphaLcParenR\"/>", "one")));

        assertThat(markdown(slide)).isEqualTo("4. four\n   - inner\n5. five\n\ntext\n\n1. one");
    }

    @Test
    void inheritsBulletsFromLayoutAndMaster() throws Exception {
        PackageFile slide = PackageFile.slide(shape("<p:ph idx=\"1\"/>", line("of the master"))
                        + shape("<p:ph type=\"subTitle\" idx=\"2\"/>", line("plain"))
                        + shape("<p:ph type=\"title\"/>", line("Title"))
                        + shape("<p:ph type=\"ftr\"/>", line("footer")))
                .with(
                        "l",
                        "slideLayout",
                        "ppt/slideLayouts/layout1.xml",
                        "<p:sldLayout><p:cSld><p:spTree>"
                                + shape(
                                        "<p:ph type=\"subTitle\" idx=\"2\"/>",
                                        "<a:lstStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></a:lstStyle>")
                                + "</p:spTree></p:cSld></p:sldLayout>")
                .related("ppt/slideLayouts/layout1.xml", "m", "slideMaster", "ppt/slideMasters/master1.xml")
                .part(
                        "ppt/slideMasters/master1.xml",
                        "<p:sldMaster><p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char=\"•\"/></a:lvl1pPr></p:bodyStyle></p:txStyles></p:sldMaster>");

        assertThat(markdown(slide)).isEqualTo("# Title\n\n- of the master\n\nplain");
    }

    @Test
    void keepsLinksOfShapesAndTitles() throws Exception {
        String linked =
                "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"s\"><a:hlinkClick r:id=\"web\"/></p:cNvPr><p:nvPr>%s</p:nvPr></p:nvSpPr>%s</p:sp>";
        PackageFile slide = PackageFile.slide(
                        linked.formatted("<p:ph type=\"title\"/>", "<p:txBody>" + line("The talk") + "</p:txBody>")
                                + linked.formatted("", "<p:txBody>" + line("a box") + "</p:txBody>")
                                + linked.formatted("", ""))
                .linked("web", "hyperlink", "https://conf.test/a?b=1&c=2");

        assertThat(markdown(slide))
                .isEqualTo(
                        """
                        # [The talk](https://conf.test/a?b=1&c=2)

                        [a box](https://conf.test/a?b=1&c=2)

                        [https://conf.test/a?b=1&c=2](https://conf.test/a?b=1&c=2)""");
    }

    @Test
    void readsSymbolsAndRaisedText() throws Exception {
        PackageFile slide = PackageFile.slide(shape(
                "",
                "<a:p><a:r><a:rPr><a:latin typeface=\"Wingdings\"/></a:rPr><a:t>à</a:t></a:r><a:r><a:t> 10</a:t></a:r><a:r><a:rPr baseline=\"30000\"/><a:t>9</a:t></a:r>"
                        + "<a:r><a:t> CO</a:t></a:r><a:r><a:rPr baseline=\"-25%\"/><a:t>2</a:t></a:r></a:p>"));

        assertThat(markdown(slide)).isEqualTo("→ 10⁹ CO₂");
    }

    @Test
    void keepsWhatIsStruckThroughAsSuch() throws Exception {
        PackageFile slide = PackageFile.slide(shape(
                "",
                "<a:p><a:r><a:t>At </a:t></a:r><a:r><a:rPr strike=\"sngStrike\"/><a:t>ten</a:t></a:r>"
                        + "<a:r><a:rPr strike=\"noStrike\"/><a:t> eleven</a:t></a:r></a:p>"));

        assertThat(markdown(slide)).isEqualTo("At ~~ten~~ eleven");
    }

    @Test
    void namesObjectsFilmsAndCommentsThatAreLost() throws Exception {
        String film =
                "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"f\"/><p:nvPr><a:videoFile r:link=\"%s\"/></p:nvPr></p:nvPicPr></p:pic>";
        PackageFile slide = PackageFile.slide(frame("<p:oleObj progId=\"Visio.Drawing.15\"/>")
                        + film.formatted("own")
                        + film.formatted("web"))
                .related("ppt/slides/slide1.xml", "own", "video", "ppt/media/demo.mp4")
                .linked("web", "video", "https://conf.test/film")
                .with("k", "comments", "ppt/comments/comment1.xml", "<p:cmLst><p:cm/><p:cm/></p:cmLst>");

        OfficeText text = read(slide);

        assertThat(BlockMarkdown.of(text.slides().getFirst().blocks()))
                .isEqualTo("[https://conf.test/film](https://conf.test/film)");
        assertThat(text.warnings())
                .containsExactly(
                        "One embedded object is left out: “Visio.Drawing.15”.",
                        "One embedded video or sound is left out: “demo.mp4”.",
                        "2 comments of reviewers are left out.");
    }

    @Test
    void readsTheStrictDialect() throws Exception {
        PackageFile slide = PackageFile.slide(
                        shape("<p:ph type=\"title\"/>", line("Strict")) + frame("<c:chart r:id=\"a\"/>"))
                .with("a", "chart", "ppt/charts/chart1.xml", Charts.days())
                .strict();

        assertThat(markdown(slide)).startsWith("# Strict\n\n**Visits**\n\n| | all |");
    }

    private static String line(String text) {
        return "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>";
    }

    private static String item(int level, String bullet, String text) {
        return "<a:p><a:pPr lvl=\"" + level + "\">" + bullet + "</a:pPr><a:r><a:t>" + text + "</a:t></a:r></a:p>";
    }

    private String markdown(PackageFile slide) throws Exception {
        return BlockMarkdown.of(read(slide).slides().getFirst().blocks());
    }

    private OfficeText read(PackageFile slide) throws Exception {
        return Presentation.read(
                Files.write(folder.resolve("deck.pptx"), slide.bytes()),
                new PictureCollector((index, extension) -> folder.resolve(index + extension)));
    }
}
