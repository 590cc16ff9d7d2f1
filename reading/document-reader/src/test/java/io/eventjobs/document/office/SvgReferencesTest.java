package io.eventjobs.document.office;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.process.BrokenFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgReferencesTest {
    private static final String OPEN =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN + "<image xlink:href='file:///home/secret.pdf'/></svg>",
                OPEN + "<image href = \"../secret.png\"/></svg>",
                OPEN + "<image href='&#102;ile:///secret.png'/></svg>",
                OPEN + "<image href='data:image/svg+xml;base64,PHN2Zz4='/></svg>",
                OPEN + "<rect style='fill:url(secret.svg#a)'/></svg>",
                OPEN + "<style>@import 'secret.css';</style></svg>",
                "<!DOCTYPE svg [<!ENTITY s SYSTEM 'file:///etc/passwd'>]>" + OPEN + "&s;</svg>",
                "<?xml-stylesheet href='a.css'?>" + OPEN + "</svg>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:image href='/secret.png'/></s:svg>",
            })
    void refusesPicturesThatNameOtherFiles(String svg) throws IOException {
        refused("Pictures/a.svg", svg.getBytes(StandardCharsets.UTF_8));
        refused("media/image1.png", svg.getBytes(StandardCharsets.UTF_16));
        refused("media/image1.emf", gzip(svg));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN + "<use xlink:href='#shape'/><rect fill='url(#gradient)'/></svg>",
                OPEN + "<image href='data:image/png;base64,iVBORw0KGgo='/></svg>",
                "<office:document-content><draw:image xlink:href='Pictures/a.png'/></office:document-content>",
            })
    void acceptsWhatStaysWithinTheFile(String xml) throws IOException {
        Path file = zip("content.xml", xml.getBytes(StandardCharsets.UTF_8));

        assertThatCode(() -> SvgReferences.refuse(file)).doesNotThrowAnyException();
    }

    @Test
    void ignoresAPackedPictureThatCannotBeUnpacked() throws IOException {
        Path file = zip("media/image1.emz", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

        assertThatCode(() -> SvgReferences.refuse(file)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnSvgThatIsTooLargeToCheck() throws IOException {
        refused("Pictures/a.svg", (OPEN + " ".repeat(9 << 20)).getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String name, byte[] content) throws IOException {
        Path file = zip(name, content);
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> SvgReferences.refuse(file))
                .withMessage("contains a picture that refers to other files");
    }

    private Path zip(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), OfficeFiles.zip(name, content));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
