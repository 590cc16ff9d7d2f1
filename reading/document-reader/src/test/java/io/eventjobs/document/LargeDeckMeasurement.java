package io.eventjobs.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.DrawnPdf;
import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.document.office.OfficeTextReader;
import io.eventjobs.document.pdf.PdfBoxRenderer;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.pdf.PopplerRenderer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the reading of large decks; run by name only. Source of the numbers in docs/measurements.md. */
class LargeDeckMeasurement {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {60, 60, 500})
    void readsADeck(int pages) throws Exception {
        PdfReader pdfs = new PdfReader(PopplerRenderer.of(PopplerRenderer.find(), new PdfBoxRenderer()), 1);
        DocumentReader reader = new InProcessReader(
                pdfs, new OfficeDocumentReader(new OfficeTextReader(), OfficeConverter.none(), pdfs));
        Path file = Files.write(folder.resolve("deck.pdf"), deck(pages));
        resetPeaks();
        Duration before = processorTime();

        DocumentContent deck =
                reader.read(new ReadRequest(file, folder, 1, 1, pages), new FileFormat.Pdf(), (page, of) -> {});

        assertThat(deck.slides()).hasSize(pages);
        assertThat(deck.warnings()).isEmpty();
        Files.writeString(
                Path.of("target", "large-deck.txt"),
                String.format(
                        Locale.ROOT,
                        "%d pages by %s: %.1f s of this process's processor time, %d MiB of heap at most%n",
                        pages,
                        pdfs.programs().get(1),
                        processorTime().minus(before).toMillis() / 1000.0,
                        peakOfHeap() >> 20),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static byte[] deck(int pages) {
        DrawnPdf pdf = DrawnPdf.slides();
        for (int page = 1; page <= pages; page++) {
            pdf.page()
                    .in(DrawnPdf.BOLD, 36)
                    .text(60, 80, "Slide number " + page)
                    .in(DrawnPdf.PLAIN, 20);
            for (int line = 0; line < 8; line++) {
                pdf.text(60, 150 + 40 * line, "• something that is said on this slide, item " + line);
            }
        }
        return pdf.bytes();
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
