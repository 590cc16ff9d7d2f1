package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.fixture.ConferenceHost;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same session yields the same bytes on any worker at any time; on one machine, since its programs draw the images. */
class SameBytesTest {
    private static final List<String> NEPAL =
            List.of("-Duser.timezone=Asia/Kathmandu", "-Duser.language=ar", "-Duser.country=EG");
    private static final List<String> VENEZUELA = List.of(
            "-Duser.timezone=America/Caracas", "-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-1");

    @TempDir
    private Path folder;

    private final ConferenceHost host = open();

    @BeforeEach
    void serveASessionWithEverything() throws IOException {
        host.servesPage("/talk", Pages.talk("<p><img src=\"/picture.png\" alt=\"A picture\" width=320 height=200></p>"))
                .serves("/picture.png", "image/png", picture())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide", "Third"))
                .serves(
                        "/talk.vtt",
                        "text/vtt",
                        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hello.\n\n01:02:03.000 --> 01:02:04.000\nBye.\n");
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @Test
    void twoWorkersInOtherZonesWithOtherLocalesMakeTheSameBytes() throws Exception {
        String here = made(folder.resolve("here"), host.address(""));

        String nepal = madeElsewhere(NEPAL, "nepal");
        String venezuela = madeElsewhere(VENEZUELA, "venezuela");

        assertThat(here).contains("How to test.md", "How to test.zip", "slide_003");
        assertThat(nepal).isEqualTo(here);
        assertThat(venezuela).isEqualTo(here);
    }

    @Test
    void anotherRunOfTheSameJobMakesTheSameBytesWithAndWithoutTheCache() throws Exception {
        try (SessionHarness harness = new SessionHarness(folder.resolve("again"))) {
            String first = files(harness, harness.perform(session(host.address(""))));
            String cached = files(harness, harness.restarted().perform(session(host.address(""))));
            String anew = files(
                    harness,
                    harness.restarted().perform(session(host.address("")).withoutCache()));

            assertThat(cached).isEqualTo(first);
            assertThat(anew).isEqualTo(first);
        }
    }

    /** A separate worker process that converts the session at an address and prints its files. */
    public static void main(String[] arguments) throws Exception {
        Files.writeString(Path.of(arguments[2]), made(Path.of(arguments[0]), arguments[1]));
    }

    private String madeElsewhere(List<String> options, String name) throws IOException, InterruptedException {
        Path told = folder.resolve(name + ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SameBytesTest.class.getName()));
        command.addAll(List.of(folder.resolve(name).toString(), host.address(""), told.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(told);
    }

    private static String made(Path folder, String site) throws Exception {
        try (SessionHarness harness = new SessionHarness(folder)) {
            return files(
                    harness,
                    harness.onJob("job-" + ProcessHandle.current().pid()).perform(session(site)));
        }
    }

    private static Sessions session(String site) {
        return Sessions.at(site + "/talk").withSlides(site + "/s.pdf").withVideo(site + "/talk.webm");
    }

    private static String files(SessionHarness harness, JobResults results) {
        StringBuilder files = new StringBuilder();
        results.files().forEach(file -> files.append(file.path())
                .append(' ')
                .append(Sha256.of(harness.bytes(file)))
                .append('\n'));
        return files.toString();
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) {
            image.setRGB(x, x % 200, 0xff8000 + x);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static ConferenceHost open() {
        try {
            return new ConferenceHost();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
