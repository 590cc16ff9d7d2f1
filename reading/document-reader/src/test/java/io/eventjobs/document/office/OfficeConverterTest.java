package io.eventjobs.document.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InProcessReader;
import io.eventjobs.document.OfficeDocumentReader;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.PowerPointFiles;
import io.eventjobs.document.pdf.PdfBoxRenderer;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.process.BrokenFileException;
import io.eventjobs.document.process.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeConverterTest {
    @TempDir
    private Path folder;

    @Test
    void convertsEachSlideToAPageAndLeavesNoOtherFiles() throws Exception {
        Path pdf = libreOffice().toPdf(file(PowerPointFiles.pptx(2)), OfficeFormat.PPTX, folder);

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("file", "office.pdf");
        }
    }

    @Test
    void readsAnOldPresentationWithItsNotesByItsTwin() throws Exception {
        OfficeConverter office = libreOffice();
        Path odp = file(OfficeFiles.odp(OfficeFiles.odpSlide("Old times", "", "Say hello")));
        Path ppt = old(odp, "odp", "ppt");

        DocumentContent deck = read(office, ppt);

        assertThat(FileFormat.of(ppt, null)).isEqualTo(new FileFormat.Office(OfficeFormat.PPT));
        assertThat(deck.warnings()).isEmpty();
        assertThat(deck.slides()).singleElement().satisfies(slide -> {
            assertThat(slide.text()).contains("Old times");
            assertThat(slide.notes()).isEqualTo("Say hello");
            assertThat(slide.view().image()).exists();
        });
    }

    @Test
    void readsAnOldTextAsOneByItsTwin() throws Exception {
        OfficeConverter office = libreOffice();
        Path odt =
                file(OfficeFiles.odt("<text:h text:outline-level=\"1\">A paper</text:h><text:p>Its words.</text:p>"));

        DocumentContent paper = read(office, old(odt, "odt", "doc"));

        assertThat(paper.body().kind()).isEqualTo(DocumentContent.Kind.TEXT);
        assertThat(paper.body().text()).isEqualTo("# A paper\n\nIts words.");
    }

    @Test
    void reportsABrokenOldFile() throws Exception {
        OfficeConverter program = OfficeConverter.find(program("exit 0").toString(), Duration.ofSeconds(20));

        assertThat(reader(program)
                        .read(order(file(new byte[9])), new FileFormat.Office(OfficeFormat.DOC), (pages, of) -> {})
                        .warnings())
                .containsExactly("To LibreOffice the old text document cannot be read, so there are no slides.");
    }

    private Path old(Path file, String from, String to) throws Exception {
        Path input = Files.copy(file, folder.resolve("made." + from));
        List<String> command = List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("maker").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                folder.toString(),
                input.toString());
        ChildProcess.Limits limits = new ChildProcess.Limits(Duration.ofMinutes(5), 4L << 30, 512L << 20);
        ChildProcess.run(command, limits, folder, Duration.ofMinutes(2));
        return folder.resolve("made." + to);
    }

    private DocumentContent read(OfficeConverter office, Path file) throws Exception {
        return reader(office).read(order(file), FileFormat.of(file, null), (pages, of) -> {});
    }

    private ReadRequest order(Path file) {
        return new ReadRequest(file, folder, 1, 1, 500);
    }

    private static DocumentReader reader(OfficeConverter office) {
        PdfReader pdfs = new PdfReader(new PdfBoxRenderer(), 1);
        return new InProcessReader(pdfs, new OfficeDocumentReader(new OfficeTextReader(), office, pdfs));
    }

    @Test
    void fetchesNoLinkedResources() throws Exception {
        assertThat(asked(libreOffice())).isZero();
    }

    @Test
    void fetchesNothingWithSettingsAlone() throws Exception {
        assertThat(asked(libreOffice().withSettingsAlone(Duration.ofMinutes(2))))
                .isZero();
    }

    @Test
    void reportsAnUnreadableFile() throws Exception {
        OfficeConverter program = OfficeConverter.find(program("exit 0").toString(), Duration.ofSeconds(20));

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> program.toPdf(file(PowerPointFiles.pptx(1)), OfficeFormat.PPTX, folder))
                .withMessage("cannot be read");
    }

    @Test
    void killsAConversionThatTakesTooLong() throws Exception {
        OfficeConverter program = OfficeConverter.find(
                program("sleep 1000 & echo $! > " + folder + "/child; touch " + folder + "/begun; wait")
                        .toString(),
                Duration.ofSeconds(2));

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> program.toPdf(file(PowerPointFiles.pptx(1)), OfficeFormat.PPTX, folder))
                .withMessage("takes longer than 2 seconds");
        assertNothingSleeps();
    }

    @Test
    void killsTheConversionWhenInterrupted() throws Exception {
        OfficeConverter program = OfficeConverter.find(
                program("touch " + folder + "/begun; sleep 1001 & wait").toString(), Duration.ofMinutes(1));
        Path file = file(PowerPointFiles.pptx(1));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread slot = Thread.ofVirtual().start(() -> {
            try {
                program.toPdf(file, OfficeFormat.PPTX, folder);
            } catch (Exception e) {
                end.set(e);
            }
        });
        Awaitility.await().until(() -> Files.exists(folder.resolve("begun")));

        slot.interrupt();

        Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(end.get())
                .isInstanceOf(InterruptedException.class));
        assertNothingSleeps();
    }

    @Test
    void isNotUsedWhereItIsMissing() throws Exception {
        OfficeConverter missing = OfficeConverter.find("/no/such/program", Duration.ofSeconds(20));

        assertThat(missing.isInstalled()).isFalse();
        assertThat(missing.program()).isEqualTo("nothing");
    }

    @Test
    void theStartOfAWorkerDoesNotWaitForItsVersion() throws Exception {
        Path slow = Files.writeString(
                folder.resolve("slow"),
                "#!/bin/sh\nwhile [ ! -e " + folder + "/told ]; do sleep 0.05; done; echo 'LibreOffice 99.2'\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));

        OfficeConverter converter = OfficeConverter.find(slow.toString(), Duration.ofSeconds(20));

        Files.createFile(folder.resolve("told"));
        assertThat(converter.program()).isEqualTo("LibreOffice 99.2");
    }

    /** The number of requests that a server receives for resources linked by two files: several if nothing prevents them. */
    private int asked(OfficeConverter libreOffice) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String picture = ("<draw:image xlink:href=\"%s/a.png\" xlink:type=\"simple\" xlink:show=\"embed\""
                            + " xlink:actuate=\"onLoad\"/>")
                    .formatted(address);
            String frame =
                    "<text:p><draw:frame svg:width=\"5cm\" svg:height=\"5cm\">" + picture + "</draw:frame></text:p>";
            String section = ("<text:section text:name=\"s\"><text:section-source xlink:href=\"%s/b.odt\""
                            + " xlink:type=\"simple\"/><text:p>old</text:p></text:section>")
                    .formatted(address);
            libreOffice.toPdf(file(OfficeFiles.odp(OfficeFiles.odpSlide("t", picture, ""))), OfficeFormat.ODP, folder);
            libreOffice.toPdf(file(OfficeFiles.odt(frame + section)), OfficeFormat.ODT, folder);
        } finally {
            server.stop(0);
        }
        return asked.get();
    }

    private void assertNothingSleeps() {
        Awaitility.await().untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.matches(".*sleep 100[01]")))
                .isEmpty());
    }

    private static OfficeConverter libreOffice() throws InterruptedException {
        OfficeConverter converter = OfficeConverter.find("soffice", Duration.ofMinutes(2));
        assumeTrue(converter.isInstalled(), "LibreOffice is not installed here");
        return converter;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private Path program(String script) throws IOException {
        String version = "case \"$1\" in --version) echo 'LibreOffice 99.1'; exit 0;; esac\n";
        Path program = Files.writeString(folder.resolve("soffice"), "#!/bin/sh\n" + version + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
