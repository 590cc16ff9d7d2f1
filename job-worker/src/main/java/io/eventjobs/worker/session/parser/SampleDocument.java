package io.eventjobs.worker.session.parser;

import io.eventjobs.document.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that a new process reads before it reports that it is ready, so that the first file of a job does not load the parsers. */
final class SampleDocument {
    private static final int PAGES = 4;

    private SampleDocument() {}

    static void read(DocumentReader reader) throws IOException, InterruptedException {
        Path folder = ParserFolder.ofProcess();
        try {
            Path file = Files.write(folder.resolve("sample.pdf"), pdf());
            reader.read(file, folder);
        } finally {
            ParserFolder.delete(folder);
        }
    }

    private static byte[] pdf() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < PAGES; page++) {
            String content =
                    "BT /F 40 Tf 60 440 Td (Heading) Tj ET BT /F 20 Tf 60 340 Td (Words of a line) Tj 0 -40 Td (and more) Tj ET";
            int number = 4 + 2 * page;
            kids.append(number).append(" 0 R ");
            pdf.append(number)
                    .append(" 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents ")
                    .append(number + 1)
                    .append(" 0 R /Resources << /Font << /F 3 0 R >> >> >>\nendobj\n")
                    .append(number + 1)
                    .append(" 0 obj\n<< /Length ")
                    .append(content.length())
                    .append(" >>\nstream\n")
                    .append(content)
                    .append("\nendstream\nendobj\n");
        }
        pdf.append("2 0 obj\n<< /Type /Pages /Kids [")
                .append(kids)
                .append("] /Count ")
                .append(PAGES)
                .append(" >>\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n")
                .append("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
