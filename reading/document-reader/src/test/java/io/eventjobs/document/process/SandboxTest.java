package io.eventjobs.document.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requires a system that permits namespaces to unprivileged users. */
class SandboxTest {
    @TempDir
    private Path folder;

    private final Sandbox sandbox = Sandbox.find(List.of());
    private Path room;
    private Path secret;

    @BeforeEach
    void write() throws IOException {
        assumeThat(sandbox.isAvailable()).as("namespaces").isTrue();
        room = Files.createDirectory(folder.toRealPath().resolve("room"));
        secret = Files.writeString(folder.resolve("secret"), "a secret");
    }

    @Test
    void aProgramReadsAndWritesItsOwnFolder() throws Exception {
        Files.writeString(room.resolve("input"), "words");

        assertThat(run("pwd && cat input && cp input output")).isEqualTo(room + "\nwords");

        assertThat(room.resolve("output")).hasContent("words");
    }

    @Test
    void itSeesNoOtherFileOfItsUser() throws Exception {
        assertThat(run("cat " + secret)).contains("No such file");
        assertThat(run("ls " + folder.toRealPath())).isEqualTo("room");
        assertThat(run("cat /etc/passwd")).contains("No such file");
        assertThat(run("ls / | tr '\\n' ' '")).doesNotContain("home", "root", "old", "srv", "mnt");
    }

    @Test
    void itSeesNothingThroughOtherProcesses() throws Exception {
        String outside = "/proc/" + ProcessHandle.current().pid();

        assertThat(run("cat " + outside + "/root" + secret.toRealPath())).contains("Permission denied");
        assertThat(run("cat " + outside + "/environ")).contains("Permission denied");
        assertThat(run("ls " + outside + "/cwd/")).contains("Permission denied");
    }

    @Test
    void itCannotChangeTheSystem() throws Exception {
        assertThat(run("touch /usr/changed")).contains("Read-only file system");
        assertThat(run("touch /changed")).contains("Read-only file system");
    }

    @Test
    void itHasNoNetwork() throws Exception {
        assertThat(run("grep : /proc/self/net/dev").strip()).startsWith("lo:").doesNotContain("\n");
    }

    @Test
    void itSeesWhatElseItNeedsWhereverThatIs() throws Exception {
        Path needed = Files.createDirectories(folder.toRealPath().resolve("needed/deep"));
        Files.writeString(needed.resolve("file"), "needed");
        Sandbox wider = Sandbox.find(List.of(needed));

        assertThat(wider.isAvailable()).isTrue();
        assertThat(exit(wider, "cat " + needed.resolve("file")).output()).isEqualTo("needed");
        assertThat(exit(wider, "touch " + needed.resolve("other")).output()).contains("Read-only file system");
    }

    @Test
    void itEndsWithTheCodeOfTheProgram() throws Exception {
        assertThat(exit(sandbox, "exit 3").code()).isEqualTo(3);
    }

    @Test
    void whereThereIsNoneTheProgramRunsAsItIs() throws Exception {
        assertThat(exit(Sandbox.none(), "cat " + secret).output()).isEqualTo("a secret");
        assertThat(Sandbox.none().isAvailable()).isFalse();
    }

    private String run(String script) throws IOException, InterruptedException {
        return exit(sandbox, script).output();
    }

    private ChildProcess.Exit exit(Sandbox in, String script) throws IOException, InterruptedException {
        return ChildProcess.run(
                in.command(room, List.of("/bin/sh", "-c", script)),
                ChildProcess.Limits.PAGE,
                room,
                Duration.ofSeconds(20));
    }
}
