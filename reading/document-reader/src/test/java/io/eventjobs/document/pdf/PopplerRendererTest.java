package io.eventjobs.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a program of our own in place of poppler: the tests cover how it is run, not what it draws. */
class PopplerRendererTest {
    private static final String VERSION = "case \"$1\" in -v) echo 'pdftoppm version 99' >&2; exit 0;; esac\n";

    @TempDir
    private Path folder;

    @Test
    void drawsWithTheProgram() throws Exception {
        PageRenderer poppler =
                poppler("for last; do :; done; echo \"$@\" > " + folder + "/asked; printf drawn > \"$last.jpg\"");

        PdfContent content = read(poppler, Duration.ofSeconds(20));

        assertThat(content.views().getFirst().image()).hasContent("drawn");
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("-f 1 -l 1 -singlefile")
                .contains("-scale-to-x 1280 -scale-to-y 720")
                .contains("-jpeg");
    }

    @Test
    void fallsBackToPdfBoxIfTheProgramFails() throws Exception {
        PdfContent content = read(poppler("exit 3"), Duration.ofSeconds(20));

        assertThat(ImageIO.read(content.views().getFirst().image().toFile()).getWidth())
                .isEqualTo(1_280);
    }

    @Test
    void killsTheProgramAndItsChildrenWhenItTakesTooLong() throws Exception {
        PageRenderer poppler = poppler("sleep 1000 & echo $! > " + folder + "/child; wait");

        PdfContent content = read(poppler, Duration.ofSeconds(2));

        assertThat(content.views()).containsExactly(PageView.NONE);
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        Awaitility.await().untilAsserted(() -> assertThat(runs(child)).isFalse());
    }

    @Test
    void hidesTheEnvironmentFromTheProgram() throws Exception {
        read(poppler("env > " + folder + "/environment; exit 3"), Duration.ofSeconds(20));

        assertThat(Files.readAllLines(folder.resolve("environment")))
                .extracting(line -> line.split("=")[0])
                .isSubsetOf("PATH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void limitsTheResourcesOfTheProgram() throws Exception {
        read(
                poppler("ulimit -t > " + folder + "/limits; ulimit -v >> " + folder + "/limits; exit 3"),
                Duration.ofSeconds(20));

        assertThat(Files.readAllLines(folder.resolve("limits"))).containsExactly("120", "2097152");
    }

    @Test
    void isNotUsedWhereTheProgramIsMissingOrNoPoppler() throws Exception {
        PageRenderer pdfBox = new PdfBoxRenderer();

        for (String program :
                new String[] {"/no/such/program", program("echo something else").toString()}) {
            PageRenderer images = PopplerRenderer.orElse(program, pdfBox);
            assertThat(images.engine()).isEqualTo(pdfBox.engine());
            read(images, Duration.ofSeconds(20));
        }
    }

    /** A killed process that its parent has not reaped yet (a zombie) no longer runs. */
    private static boolean runs(long process) throws IOException {
        Path state = Path.of("/proc", String.valueOf(process), "stat");
        return Files.exists(state) && !Files.readString(state).contains(") Z ");
    }

    private PageRenderer poppler(String script) throws IOException, InterruptedException {
        PageRenderer pdfBox = new PdfBoxRenderer();
        PageRenderer images = PopplerRenderer.orElse(program(VERSION + script).toString(), pdfBox);
        assertThat(images.engine()).startsWith("poppler");
        return images;
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("pdftoppm"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private PdfContent read(PageRenderer images, Duration timeout) throws Exception {
        Path pdf = Files.write(folder.resolve("deck.pdf"), Pdfs.slides("words"));
        PdfContent content = new PdfReader(images, 1, timeout).read(pdf, new TestFiles(folder), 500, (pages, of) -> {});
        assertThat(content.views()).hasSize(1);
        assertThat(content.text().pages()).containsExactly("# words");
        return content;
    }
}
