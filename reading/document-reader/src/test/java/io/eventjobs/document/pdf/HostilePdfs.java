package io.eventjobs.document.pdf;

import java.nio.charset.StandardCharsets;

/** PDFs of one page that ask for more memory than a page may use, in a kilobyte. */
final class HostilePdfs {
    private static final String IMAGE = "<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
            + " /BitsPerComponent 8 %s /Length 1 >>\nstream\n0\nendstream";

    private HostilePdfs() {}

    static byte[] withSoftMask(int width, int height) {
        return page(
                "/XObject << /I 5 0 R >>",
                "960 0 0 540 0 0 cm /I Do",
                IMAGE.formatted(1, 1, "/SMask 6 0 R"),
                IMAGE.formatted(width, height, ""));
    }

    static byte[] withStencilMask(int width, int height) {
        return page(
                "/XObject << /I 5 0 R >>",
                "960 0 0 540 0 0 cm /I Do",
                IMAGE.formatted(1, 1, "/Mask 6 0 R"),
                IMAGE.formatted(width, height, "/ImageMask true").replace("/ColorSpace /DeviceGray", ""));
    }

    static byte[] withInlineImage(int width, int height) {
        return page("", "960 0 0 540 0 0 cm BI /W " + width + " /H " + height + " /CS /G /BPC 8 ID 0 EI");
    }

    static byte[] withImageInAPattern(int width, int height) {
        String drawing = "100 0 0 100 0 0 cm /I Do";
        return page(
                "/Pattern << /P 5 0 R >>",
                "/Pattern cs /P scn 0 0 960 540 re f",
                "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 100] /XStep 100 /YStep 100"
                        + " /Resources << /XObject << /I 6 0 R >> >> /Length " + drawing.length() + " >>\nstream\n"
                        + drawing + "\nendstream",
                IMAGE.formatted(width, height, ""));
    }

    static byte[] withShadingOfSamples(int size) {
        return page(
                "/Shading << /S 5 0 R >>",
                "/S sh",
                "<< /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R >>",
                "<< /FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [" + size + " " + size
                        + "] /BitsPerSample 8 /Length 1 >>\nstream\n0\nendstream");
    }

    static byte[] withClipOf(int points) {
        StringBuilder path = new StringBuilder("0 0 m ");
        for (int i = 1; i < points; i++) {
            path.append(i * 7919L % 960).append(' ').append(i * 104_729L % 540).append(" l ");
        }
        return page("", path + "W n 0 0 960 540 re f");
    }

    private static byte[] page(String resources, String content, String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents 4 0 R /Resources << "
                + resources + " >> >>\nendobj\n"
                + "4 0 obj\n<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream\nendobj\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 5).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return pdf.append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
