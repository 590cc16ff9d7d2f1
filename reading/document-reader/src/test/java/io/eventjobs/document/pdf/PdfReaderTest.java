package io.eventjobs.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.DrawnPdf;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    @TempDir
    private Path folder;

    @Test
    void leavesAPageBehindThatNeverEnds() throws Exception {
        CountDownLatch ever = new CountDownLatch(1);
        Drawing hanging = (page, target) -> page.pdf().threads().call(() -> {
            ever.await();
            return null;
        });

        PdfContent content = read(hanging, Duration.ofMillis(300));

        assertThat(content.views()).containsExactly(PageView.NONE);
    }

    @Test
    void isDoneWithAFileOfWhichTwoPagesTookTooLong() throws Exception {
        AtomicInteger drawn = new AtomicInteger();
        Drawing hanging = (page, target) -> page.pdf().threads().call(() -> {
            drawn.incrementAndGet();
            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
        });
        Path pdf = Files.write(folder.resolve("deck.pdf"), Pdfs.slides("a", "b", "c", "d", "e", "f"));

        PdfContent content = new PdfReader(hanging, 4, Duration.ofSeconds(1))
                .read(pdf, new TestFiles(folder), 500, (page, of) -> {});

        assertThat(drawn).hasValue(2);
        assertThat(content.warnings()).anyMatch(warning -> warning.contains("the rest is left out"));
    }

    @Test
    void endsAtOnceWhenInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Drawing slow = (page, target) -> page.pdf().threads().call(() -> {
            begun.countDown();
            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
        });
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread slot = Thread.ofVirtual().start(() -> {
            try {
                read(slow, Duration.ofHours(1));
            } catch (Exception e) {
                end.set(e);
            }
        });
        begun.await();

        slot.interrupt();

        Awaitility.await().untilAsserted(() -> assertThat(end.get()).isInstanceOf(InterruptedException.class));
    }

    @Test
    void getsItsLanesBackFromAPageThatDrawsItselfWithoutEnd() throws Exception {
        Path endless = Files.write(folder.resolve("endless.pdf"), Pdfs.formInACircle());
        Path good = Files.write(folder.resolve("good.pdf"), Pdfs.slides("words"));
        PdfReader reader = new PdfReader(new PdfBoxRenderer(), 1, Duration.ofSeconds(5));

        PdfContent nothing = reader.read(endless, new TestFiles(folder), 500, (page, of) -> {});
        PdfContent content = reader.read(good, new TestFiles(folder), 500, (page, of) -> {});

        assertThat(nothing.views()).containsExactly(PageView.NONE);
        assertThat(content.text().pages()).containsExactly("# words");
    }

    @Test
    void saysThatWordsAreStruckThrough() throws Exception {
        Path pdf = Files.write(
                folder.resolve("struck.pdf"),
                DrawnPdf.slides()
                        .page()
                        .text(60, 200, "no longer true")
                        .struck()
                        .bytes());

        PdfContent content = new PdfReader(new PdfBoxRenderer(), 1, Duration.ofMinutes(1))
                .read(pdf, new TestFiles(folder), 500, (page, of) -> {});

        assertThat(content.text().pages().getFirst()).contains("no longer true");
        assertThat(content.warnings())
                .containsExactly(
                        "Words of the file are struck through in notes upon it; they are kept as if they were not.");
    }

    private PdfContent read(PageRenderer images, Duration timeout)
            throws IOException, BrokenFileException, InterruptedException {
        Path pdf = Files.write(folder.resolve("deck.pdf"), Pdfs.slides("words"));
        return new PdfReader(images, 2, timeout).read(pdf, new TestFiles(folder), 500, (page, of) -> {});
    }

    private interface Drawing extends PageRenderer {
        @Override
        default String engine() {
            return "a test";
        }
    }
}
