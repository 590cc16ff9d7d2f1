package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first example of the module's README: the README contains the lines between the two markers. */
class ReadmeExampleTest {
    private static final byte[] SUBTITLES =
            """
            WEBVTT

            00:01.000 --> 00:03.000
            <v Ada>A queue that is small

            00:03.000 --> 00:05.000
            <v Ada>stays small.

            00:06.000 --> 00:08.000
            <v Host>Does it?
            """
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void readsSubtitles() throws IOException {
        // example
        Transcript transcript = Subtitles.read(SUBTITLES, "talk.vtt").transcript();

        List<String> lines = new ArrayList<>();
        for (Passage passage : transcript.passages()) {
            lines.add(passage.startMillis() + " ms, " + passage.voice() + ": " + passage.text());
        }
        // end

        assertThat(lines)
                .containsExactly("1000 ms, Ada: A queue that is small stays small.", "6000 ms, Host: Does it?");
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/transcript/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example.stripIndent().strip() + "\n```");
    }
}
