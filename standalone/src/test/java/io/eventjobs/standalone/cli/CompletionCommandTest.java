package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion as a shell runs it. */
class CompletionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bashCompletesCommandsOptionsAndWords() throws Exception {
        assertThat(completed("event-jobs", "bat")).contains("batches");
        assertThat(completed("event-jobs", "batches", "ch")).contains("change-language");
        assertThat(completed("event-jobs", "jobs", "list", "--st")).contains("--status");
        assertThat(completed("event-jobs", "jobs", "list", "--status", "comp")).contains("completed");
    }

    @Test
    void oneScriptServesZsh() {
        assertThat(script("zsh")).contains("bashcompinit");
    }

    private String completed(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("completion.sh"), script("bash"));
        String line = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_event-jobs; echo \"${COMPREPLY[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }

    private static String script(String shell) {
        StringWriter out = new StringWriter();
        assertThat(EventJobs.commandLine().setOut(new PrintWriter(out, true)).execute("completion", shell))
                .isZero();
        return out.toString();
    }
}
