package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.document.fixture.PowerPointFiles;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attachments of every format in a session's document, without LibreOffice. */
class SessionAttachmentTest {
    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void open() throws IOException {
        harness = new SessionHarness(folder);
        harness.host.servesPage("/talk", Pages.talk());
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void showsTextNotesAndPicturesOfPowerPointSlides() throws Exception {
        JobResults results = attached("application/octet-stream", PowerPointFiles.pptx());

        assertThat(harness.text(results.markdown()))
                .contains("### Slide 1: Why \\*tests\\* matter\n\n- They say what a program does\n")
                .contains("**Notes:**\n\nBreathe, then speak.")
                .contains("### Slide 2: Numbers\n\n| Kind | Time |\n")
                .contains("![](../../assets/How%20to%20test/picture_1_01.png)");
        assertThat(results.assets())
                .extracting(StoredFile::path, StoredFile::contentType)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "Example Conf 2026/assets/How to test/picture_1_01.png", "image/png"));
        assertThat(results.warnings())
                .anyMatch(warning -> warning.contains("LibreOffice is not installed"))
                .contains("One hidden slide is left out.");
    }

    @Test
    void showsADocumentBelowItsOwnHeading() throws Exception {
        JobResults results = attached("application/pdf", OfficeFiles.docx());

        assertThat(harness.text(results.markdown()))
                .contains(
                        "## Documents\n\n### [On tests](" + harness.host.address("/file") + ")\n\n#### Introduction\n")
                .contains("##### Kinds\n");
    }

    @Test
    void showsAnImageAsItIs() throws Exception {
        JobResults results = attached("image/png", OfficeFiles.png());

        assertThat(harness.text(results.markdown())).contains("![Slide 1](../../assets/How%20to%20test/slide_001.png)");
        assertThat(results.assets()).extracting(StoredFile::contentType).containsExactly("image/png", "image/jpeg");
        assertThat(results.warnings()).isEmpty();
    }

    @Test
    void opensAnArchiveAndNumbersItsSlidesOn() throws Exception {
        byte[] zip = OfficeFiles.zip(
                "b.pdf",
                Pdfs.slides("second"),
                "a.pdf",
                Pdfs.slides("first"),
                "../c.pdf",
                Pdfs.slides("evil"),
                "d.zip",
                OfficeFiles.zip("e.pdf", Pdfs.slides("deep")));

        JobResults results = attached("application/zip", zip);

        assertThat(harness.text(results.markdown()))
                .containsSubsequence("### [a.pdf](", "#### Slide 1: first", "### [b.pdf](", "#### Slide 2: second")
                .doesNotContain("evil", "deep");
        assertThat(results.warnings())
                .anyMatch(warning -> warning.contains("unsafe"))
                .anyMatch(warning -> warning.contains("d.zip") && warning.contains("within an archive"));
        assertThat(harness.perform(harness.talk().withSlides(harness.host.address("/file")))
                        .warnings())
                .isEqualTo(results.warnings());
        assertThat(harness.drawn()).isEqualTo(2);
    }

    @Test
    void keepsUnreadableAttachmentsAsLinks() throws Exception {
        JobResults results = attached("application/zip", PowerPointFiles.encryptedPptx("secret"));

        assertThat(results.warnings())
                .singleElement()
                .asString()
                .contains("encrypted and needs a password", "as a link");
    }

    private JobResults attached(String type, byte[] file) throws Exception {
        harness.host.serves("/file", type, file);
        return harness.perform(harness.talk().withSlides(harness.host.address("/file")));
    }
}
