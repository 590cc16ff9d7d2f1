package io.eventjobs.document.office.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.fixture.PackageFile;
import io.eventjobs.document.office.content.PictureCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordFieldsTest {
    @TempDir
    private Path folder;

    @Test
    void writesFormulasOfFieldsOnceWhateverTheirResult() throws Exception {
        assertThat(markdown(text("a ") + field("EQ \\f(1,2)") + text(" b"))).isEqualTo("a $\\frac{1}{2}$ b");
        assertThat(markdown(mark("begin") + instruction("EQ \\f(1,2)") + mark("separate") + text("old") + mark("end")))
                .isEqualTo("$$\\frac{1}{2}$$");
        assertThat(markdown("<w:fldSimple w:instr=\"EQ \\f(1,2)\"><w:r><w:t>old</w:t></w:r></w:fldSimple>"))
                .isEqualTo("$$\\frac{1}{2}$$");
    }

    @Test
    void writesSymbolsWithinFormulas() throws Exception {
        String field = mark("begin")
                + instruction("EQ \\f(")
                + field("SYMBOL 112 \\f Symbol")
                + instruction(",2)")
                + mark("end");

        assertThat(markdown(field)).isEqualTo("$$\\frac{π}{2}$$");
    }

    @Test
    void writesReadingsAfterTheirWords() throws Exception {
        String ruby =
                "<w:r><w:ruby><w:rubyPr><w:lid w:val=\"ja-JP\"/></w:rubyPr><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt>"
                        + "<w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>";

        assertThat(markdown(text("私は") + ruby + text("へ"))).isEqualTo("私は東京(とうきょう)へ");
        assertThat(markdown(text("私は") + field("EQ \\o\\ad(\\s\\up 9(とうきょう),東京)") + text("へ")))
                .isEqualTo("私は東京(とうきょう)へ");
    }

    @Test
    void writesTheStateOfFormFields() throws Exception {
        String boxes = form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "FORMCHECKBOX")
                + text(" tea, ")
                + form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>", "FORMCHECKBOX")
                + text(" beer, ")
                + form("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "FORMCHECKBOX")
                + text(" milk");
        String list = form(
                "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"small\"/><w:listEntry w:val=\"large\"/></w:ddList>",
                "FORMDROPDOWN");

        assertThat(markdown(boxes)).isEqualTo("☒ tea, ☐ beer, ☒ milk");
        assertThat(markdown(list)).isEqualTo("large");
    }

    @Test
    void writesTheWordsOfButtonsAndNothingOfMarksForAnIndex() throws Exception {
        assertThat(markdown(text("a ") + field("MACROBUTTON NoMacro [Click here]") + field("XE \"entry\"")))
                .isEqualTo("a \\[Click here\\]");
    }

    private String markdown(String runs) throws Exception {
        byte[] file = PackageFile.word("<w:p>" + runs + "</w:p>").bytes();
        return BlockMarkdown.of(WordDocument.read(
                        Files.write(folder.resolve("paper.docx"), file),
                        new PictureCollector((index, extension) -> folder.resolve(index + extension)))
                .blocks());
    }

    private static String field(String instruction) {
        return mark("begin") + instruction(instruction) + mark("end");
    }

    private static String form(String data, String instruction) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + data + "</w:ffData></w:fldChar></w:r>"
                + instruction(instruction) + mark("end");
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    private static String instruction(String text) {
        return "<w:r><w:instrText xml:space=\"preserve\">" + text + "</w:instrText></w:r>";
    }

    private static String text(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }
}
