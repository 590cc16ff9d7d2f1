package io.eventjobs.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The first example of the module's README: the README contains the lines between the two markers. */
class ReadmeExampleTest {
    @Test
    void decodesWhatALabelMeans() {
        // example
        byte[] bytes = {(byte) 0x87, 0x40};

        String text = CharacterEncoding.ofLabel("x-sjis")
                .orElse(CharacterEncoding.UTF_8)
                .decode(bytes);
        String whole = Surrogates.replaceUnpaired("half a pair: \ud83d");
        // end

        assertThat(text).isEqualTo("①");
        assertThat(whole).isEqualTo("half a pair: \ufffd");
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/encoding/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example.stripIndent().strip() + "\n```");
    }
}
