package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.Pdfs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that a parser process starts work where they see only its files. */
class SandboxedProgramsTest {
    private static final ParserLimits LIMITS = new ParserLimits(1, 256L << 20, Duration.ofMinutes(3), 100, 400L << 20);

    @TempDir
    private Path folder;

    @Test
    void pagesAreDrawn() throws Exception {
        InstalledPrograms programs = InstalledPrograms.find("soffice", Duration.ofMinutes(2));
        assumeThat(programs.versions().poppler()).as("version of poppler").isNotEmpty();
        assumeThat(Parsers.SANDBOX.isAvailable()).isTrue();

        DocumentContent content = read(programs, Pdfs.slides("words"));

        assertThat(content.slides())
                .singleElement()
                .satisfies(slide -> assertThat(slide.view().image()).isRegularFile());
    }

    @Test
    void officeFilesAreConverted() throws Exception {
        InstalledPrograms programs = InstalledPrograms.find("soffice", Duration.ofMinutes(2));
        assumeThat(programs.versions().officeVersion())
                .as("version of LibreOffice")
                .isNotEmpty();
        assumeThat(Parsers.SANDBOX.isAvailable()).isTrue();

        DocumentContent content = read(programs, OfficeFiles.docx());

        assertThat(content.warnings()).isEmpty();
        assertThat(content.slides())
                .isNotEmpty()
                .allSatisfy(slide -> assertThat(slide.view().image()).isRegularFile());
    }

    private DocumentContent read(InstalledPrograms programs, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("file"), content);
        Path images = Files.createDirectory(folder.resolve("images"));
        try (IsolatedDocumentReader reader = Parsers.start(LIMITS, programs)) {
            return reader.read(ReadRequest.of(file, images), FileFormat.of(file, null), (pages, of) -> {});
        }
    }
}
