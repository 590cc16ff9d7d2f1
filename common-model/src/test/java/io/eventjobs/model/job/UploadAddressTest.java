package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadAddressTest {
    private static final UploadId ID = new UploadId("upload-1");

    @ParameterizedTest
    @CsvSource({
        "slides.pdf, slides.pdf",
        "My talk (final).PPTX, My_talk_final_.PPTX",
        "Überblick.pdf, _berblick.pdf",
        ".hidden.pdf, hidden.pdf",
        "'../../etc/passwd', _.._etc_passwd",
        "'...', file",
        "'日本語', _"
    })
    void aFilesNameBecomesOneThatCanStandInAnAddressAndKeepsItsEnding(String name, String inAddress) {
        UploadAddress address = UploadAddress.of(ID, name);

        assertThat(address.name()).isEqualTo(inAddress);
        assertThat(UploadAddress.find(address.toString())).contains(address);
    }

    @Test
    void aLongNameKeepsItsEnd() {
        assertThat(UploadAddress.of(ID, "x".repeat(300) + ".pdf").name())
                .hasSize(100)
                .endsWith("x.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload:upload-1",
                "upload:upload-1/",
                "upload:upload-1/../x",
                "upload:../jobs/x",
                "upload:upload-1/a/b",
                "upload:upload-1/.a",
                "https://example.com/upload:upload-1/a.pdf",
                "UPLOAD:upload-1/a.pdf"
            })
    void anythingElseIsNotAnUploadAddress(String address) {
        assertThat(UploadAddress.find(address)).isEmpty();
    }
}
