package io.eventjobs.worker.session.parser;

import io.eventjobs.document.fixture.OfficeFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Small files that need much memory or time. */
final class HostileFiles {
    private static final int CHUNK = 1 << 20;

    private HostileFiles() {}

    /** An image of one pixel with a mask of two thousand million. */
    static byte[] softMask() throws IOException {
        return pdf(
                "/XObject << /I 5 0 R >>",
                "960 0 0 540 0 0 cm /I Do".getBytes(StandardCharsets.US_ASCII),
                "",
                image(1, "/SMask 6 0 R"),
                image(46_000, ""));
    }

    /** A content stream that Flate unpacks to megabytes, and RunLength to 64 times as many. */
    static byte[] runLengthBehindFlate(int megabytes) throws IOException {
        byte[] run = new byte[CHUNK];
        for (int i = 0; i < run.length; i += 2) {
            run[i] = (byte) 129;
            run[i + 1] = ' ';
        }
        return pdf("", deflated(run, megabytes), "/Filter [/FlateDecode /RunLengthDecode]");
    }

    static byte[] clipOf(int points) throws IOException {
        StringBuilder path = new StringBuilder("0 0 m ");
        for (int i = 1; i < points; i++) {
            path.append(i * 7919L % 960).append(' ').append(i * 104_729L % 540).append(" l ");
        }
        return pdf("", (path + "W n 0 0 960 540 re f").getBytes(StandardCharsets.US_ASCII), "");
    }

    /** A content stream that unpacks to this many megabytes of numbers: within the bound of a stream, but an object for each. */
    static byte[] numbers(int megabytes) throws IOException {
        byte[] numbers = new byte[CHUNK];
        for (int i = 0; i < numbers.length; i += 2) {
            numbers[i] = '1';
            numbers[i + 1] = ' ';
        }
        return pdf("", deflated(numbers, megabytes), "/Filter /FlateDecode");
    }

    static byte[] odtOfParagraphs(int megabytes) throws IOException {
        return OfficeFiles.odt("<text:p/>".repeat(megabytes * CHUNK / 9));
    }

    /** The name of its main part says nothing of XML. */
    static byte[] docxWithBinaryMain(int megabytes) throws IOException {
        byte[] whole = OfficeFiles.docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(megabytes * CHUNK / 34));
        ByteArrayOutputStream renamed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
                ZipOutputStream out = new ZipOutputStream(renamed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName().replace("document.xml", "document.bin")));
                boolean namesParts = entry.getName().startsWith("[Content_Types]")
                        || entry.getName().equals("_rels/.rels");
                out.write(namesParts ? renamed(in) : in.readAllBytes());
            }
        }
        return renamed.toByteArray();
    }

    private static byte[] renamed(InputStream part) throws IOException {
        return new String(part.readAllBytes(), StandardCharsets.UTF_8)
                .replace("document.xml", "document.bin")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String image(int side, String more) {
        return "<< /Type /XObject /Subtype /Image /Width " + side + " /Height " + side
                + " /ColorSpace /DeviceGray /BitsPerComponent 8 " + more + " /Length 1 >>\nstream\n0\nendstream";
    }

    private static byte[] deflated(byte[] chunk, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(chunk);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(String resources, byte[] content, String filter, String... objects) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(ascii("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents 4 0 R /Resources << "
                + resources + " >> >>\nendobj\n4 0 obj\n<< /Length " + content.length + " " + filter
                + " >>\nstream\n"));
        pdf.write(content);
        pdf.write(ascii("\nendstream\nendobj\n"));
        for (int i = 0; i < objects.length; i++) {
            pdf.write(ascii((i + 5) + " 0 obj\n" + objects[i] + "\nendobj\n"));
        }
        pdf.write(ascii("trailer\n<< /Root 1 0 R >>\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
