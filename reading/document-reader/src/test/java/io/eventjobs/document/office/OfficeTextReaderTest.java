package io.eventjobs.document.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.PowerPointFiles;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTextReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsSlidesOfPowerPointWithNotes() throws Exception {
        OfficeText text = read(PowerPointFiles.pptx(), OfficeFormat.PPTX);

        assertThat(text.properties()).containsEntry("title", "How to test").containsEntry("author", "Ada Example");
        assertThat(text.slides()).hasSize(3);
        assertThat(markdown(text.slides().get(0)))
                .isEqualTo(
                        """
                        # Why \\*tests\\* matter

                        - They say what a program does
                          - in examples
                        - More on [the page](https://conf.test/tests)
                        1. write
                        2. run""");
        assertThat(BlockMarkdown.of(text.slides().get(0).notes())).isEqualTo("Breathe, then speak.");
        assertThat(markdown(text.slides().get(1)))
                .isEqualTo(
                        """
                        # Numbers

                        | Kind | Time |
                        | --- | --- |
                        | unit | 2 ms |

                        ![](asset:0)""");
        assertThat(text.pictures()).singleElement().satisfies(picture -> assertThat(picture)
                .hasBinaryContent(OfficeFiles.png()));
        assertThat(markdown(text.slides().get(2))).isEqualTo("# Code\n\n```\nfor (;;) {\n    test();\n}\n```");
        assertThat(text.warnings()).containsExactly("One hidden slide is left out.");
    }

    @Test
    void readsATextOfWord() throws Exception {
        OfficeText text = read(OfficeFiles.docx(), OfficeFormat.DOCX);

        assertThat(text.properties()).containsEntry("title", "On tests");
        assertThat(BlockMarkdown.of(text.blocks()))
                .isEqualTo(
                        """
                        # Introduction

                        Tests say what a program **does**, see [the page](https://conf.test/tests)\\[1\\].

                        ## Kinds

                        - small
                          - very small
                        1. first
                        2. second

                        | Kind | Time |
                        | --- | --- |
                        | unit | 1 \\| 2 ms |

                        ```
                        for (;;) {
                            test();
                        }
                        ```

                        ![An orange](asset:0)

                        \\[1\\] As of today""");
        assertThat(text.pictures()).hasSize(1);
    }

    @Test
    void readsSlidesOfOpenDocument() throws Exception {
        String list =
                "<draw:text-box><text:list text:style-name=\"bullets\"><text:list-item><text:p>one <text:span text:style-name=\"strong\">big</text:span></text:p>"
                        + "<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>"
                        + "<text:list text:style-name=\"numbers\"><text:list-item><text:p>first</text:p></text:list-item><text:list-item><text:p>second</text:p></text:list-item></text:list></draw:text-box>";
        String table =
                "<table:table><table:table-row><table:table-cell><text:p>Kind</text:p></table:table-cell><table:table-cell><text:p>Time</text:p></table:table-cell></table:table-row>"
                        + "<table:table-row><table:table-cell><text:p>unit</text:p></table:table-cell><table:table-cell><text:p>2 ms</text:p></table:table-cell></table:table-row></table:table>";
        String hidden = OfficeFiles.odpSlide("Gone", "", "").replace("\"dp\"", "\"gone\"");
        byte[] odp = OfficeFiles.odp(OfficeFiles.odpSlide("Lists", list, "Breathe.")
                + hidden
                + OfficeFiles.odpSlide("Numbers", table, "")
                + OfficeFiles.odpSlide("A picture", "<draw:image xlink:href=\"Pictures/a.png\"/>", ""));

        OfficeText text = read(odp, OfficeFormat.ODP);

        assertThat(text.slides())
                .extracting(OfficeTextReaderTest::markdown)
                .containsExactly(
                        "# Lists\n\n- one **big**\n  - inner\n\n1. first\n2. second"
                                .replace("inner\n\n1.", "inner\n1."),
                        "# Numbers\n\n| Kind | Time |\n| --- | --- |\n| unit | 2 ms |",
                        "# A picture\n\n![](asset:0)");
        assertThat(BlockMarkdown.of(text.slides().getFirst().notes())).isEqualTo("Breathe.");
        assertThat(text.properties()).containsEntry("title", "On tests").containsEntry("author", "Ada Example");
        assertThat(text.warnings()).containsExactly("One hidden slide is left out.");
    }

    @Test
    void readsATextOfOpenDocument() throws Exception {
        byte[] odt = OfficeFiles.odt(
                """
                <text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region></text:tracked-changes>
                <text:p text:style-name="Title">On tests</text:p>
                <text:h text:outline-level="2">Why</text:h>
                <text:p>Because<text:s text:c="3"/>of <text:a xlink:href="https://conf.test/">this</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>And that</text:p></text:note-body></text:note>.</text:p>
                <text:p text:style-name="code">for (;;) {</text:p><text:p text:style-name="code"><text:s text:c="4"/>test();</text:p>
                <text:p><office:annotation><text:p>a remark</text:p></office:annotation>The end</text:p>
                """);

        OfficeText text = read(odt, OfficeFormat.ODT);

        assertThat(BlockMarkdown.of(text.blocks()))
                .isEqualTo(
                        """
                        # On tests

                        ## Why

                        Because of [this](https://conf.test/)\\[1\\].

                        ```
                        for (;;) {
                            test();
                        ```

                        The end

                        \\[1\\] And that""");
    }

    @Test
    void refusesEncryptedFiles() throws Exception {
        byte[] open = OfficeFiles.odt("<text:p>x</text:p>");
        byte[] manifest = "<m xmlns:manifest=\"urn:m\"><manifest:encryption-data/></m>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] encrypted = OfficeFiles.zip("content.xml", new byte[9], "META-INF/manifest.xml", manifest);

        assertThat(read(open, OfficeFormat.ODT).blocks()).hasSize(1);
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(encrypted, OfficeFormat.ODT))
                .withMessageContaining("needs a password");
    }

    @Test
    void resolvesNoExternalEntities() throws Exception {
        String entity =
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
        byte[] content = (entity + "<x>&secret;&b;</x>").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(OfficeFiles.zip("content.xml", content), OfficeFormat.ODT));
    }

    @Test
    void refusesMoreXmlThanAnySlidesHave() throws Exception {
        byte[] huge = new byte[13 << 20];
        java.util.Arrays.fill(huge, (byte) ' ');

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(OfficeFiles.zip("ppt/slides/slide1.xml", huge), OfficeFormat.PPTX))
                .withMessageContaining("12 MiB");
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> read(OfficeFiles.zip("content.xml", new byte[70 << 20]), OfficeFormat.ODP));
    }

    @Test
    void survivesBrokenFiles() throws Exception {
        byte[] whole = PowerPointFiles.pptx(1);
        for (OfficeFormat format : List.of(OfficeFormat.PPTX, OfficeFormat.DOCX, OfficeFormat.ODP)) {
            for (byte[] broken :
                    List.of(java.util.Arrays.copyOf(whole, whole.length / 2), new byte[9], OfficeFiles.zip())) {
                assertThatExceptionOfType(BrokenFileException.class).isThrownBy(() -> read(broken, format));
            }
        }
    }

    private OfficeText read(byte[] file, OfficeFormat format) throws Exception {
        return new OfficeTextReader()
                .read(
                        Files.write(folder.resolve("file"), file),
                        format,
                        (index, extension) -> folder.resolve(index + extension));
    }

    private static String markdown(OfficeText.Page page) {
        return BlockMarkdown.of(page.blocks());
    }
}
