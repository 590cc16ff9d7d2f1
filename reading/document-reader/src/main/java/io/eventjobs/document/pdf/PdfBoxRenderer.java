package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;
import org.apache.pdfbox.util.Version;

/** Draws with PDFBox in this process. */
public final class PdfBoxRenderer implements PageRenderer {
    @Override
    public void draw(Page page, Path target) throws BrokenFileException, InterruptedException {
        page.pdf().draw(page.number(), page.size(), target);
    }

    @Override
    public String engine() {
        return "PDFBox " + Version.getVersion();
    }
}
