package io.eventjobs.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first example of the module's README: the README contains the lines between the two markers. */
class ReadmeExampleTest {
    @TempDir
    private Path folder;

    @Test
    void readsAPdf() throws Exception {
        Path file = Files.write(folder.resolve("slides.pdf"), Pdfs.slides("Small queues", "Thank you"));
        Path images = Files.createDirectory(folder.resolve("images"));

        // example
        DocumentReader reader = DocumentReader.create();

        DocumentContent content = reader.read(file, images);

        Map<String, String> properties = content.body().properties();
        for (Slide slide : content.slides()) {
            Files.writeString(images.resolve(slide.number() + ".md"), slide.text() + "\n\n" + slide.notes());
            Path image = slide.view().image();
            System.out.println(slide.number() + ": " + image);
        }
        List<String> warnings = content.warnings();
        // end

        assertThat(images.resolve("1.md")).content().startsWith("# Small queues");
        assertThat(images.resolve("slide_001.jpg")).isNotEmptyFile();
        assertThat(content.slides()).hasSize(2);
        assertThat(properties).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/document/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example.stripIndent().strip() + "\n```");
    }
}
