package io.eventjobs.worker.session.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eventjobs.worker.session.fixture.Pdfs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlideRendererTest {
    @TempDir
    private Path folder;

    @Test
    void makesAnImageAndTheTextOfEachPage() throws Exception {
        SlideDeck deck = render(Pdfs.slides("Welcome\nto the talk", "Thank you"));

        assertThat(deck.warnings()).isEmpty();
        assertThat(deck.slides())
                .extracting(Slide::number, Slide::text)
                .containsExactly(tuple(1, "Welcome\nto the talk"), tuple(2, "Thank you"));
        assertThat(image(deck, 0).getWidth()).isEqualTo(1_280);
        assertThat(image(deck, 0).getHeight()).isEqualTo(720);
        assertThat(isBlank(image(deck, 0))).isFalse();
    }

    @Test
    void numbersOnFromTheDeckBefore() throws Exception {
        SlideOrder order = new SlideOrder(pdf(Pdfs.slides("a", "b")), folder, 4, 500);

        SlideDeck deck = new SlideRenderer(new PdfBoxImages(), 1).render(order, (pages, of) -> {});

        assertThat(deck.slides())
                .extracting(slide -> slide.image().getFileName().toString())
                .containsExactly("slide_004.jpg", "slide_005.jpg");
    }

    @Test
    void tellsOfEachPage() throws Exception {
        List<String> told = new ArrayList<>();

        new SlideRenderer(new PdfBoxImages(), 1)
                .render(order(Pdfs.slides("a", "b")), (pages, of) -> told.add(pages + "/" + of));

        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void showsAPageAsItIsTurnedAndCropped() throws Exception {
        SlideDeck deck = render(Pdfs.turnedAndCropped("sideways"));

        assertThat(image(deck, 0).getWidth()).isEqualTo(1_280);
        assertThat(image(deck, 0).getHeight()).isEqualTo(1_137);
    }

    @Test
    void drawsAPageOfManyMetresSmall() throws Exception {
        SlideDeck deck = render(Pdfs.sized(new PDRectangle(14_400, 1_440_000), "endless"));

        BufferedImage image = image(deck, 0);
        assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(4_000_000);
    }

    @Test
    void leavesOutPagesBeyondTheBound() throws Exception {
        SlideOrder order = new SlideOrder(pdf(Pdfs.slides("a", "b", "c")), folder, 1, 2);

        SlideDeck deck = new SlideRenderer(new PdfBoxImages(), 1).render(order, (pages, of) -> {});

        assertThat(deck.slides()).hasSize(2);
        assertThat(deck.warnings()).containsExactly("The slides have 3 pages; those after page 2 are left out.");
    }

    @Test
    void warnsOfAnEncryptedPdf() throws Exception {
        assertThat(render(Pdfs.encrypted("secret")))
                .isEqualTo(SlideDeck.unreadable("The PDF is encrypted, so there are no slides."));
    }

    @Test
    void warnsOfAPdfWithoutPages() throws Exception {
        assertThat(render(Pdfs.withoutPages())).isEqualTo(SlideDeck.unreadable("The PDF has no pages."));
    }

    @Test
    void warnsOfWhatIsBroken() throws Exception {
        for (byte[] broken : List.of(Pdfs.cutOff("x"), new byte[0], new byte[10_000], Pdfs.treeInACircle())) {
            SlideDeck deck = render(broken);

            assertThat(deck.slides()).isEmpty();
            assertThat(deck.warnings()).isNotEmpty();
        }
    }

    @Test
    void survivesNestingDeeperThanTheStack() throws Exception {
        SlideDeck deck = render(Pdfs.nestedDeeply());

        assertThat(deck.slides()).isEmpty();
        assertThat(deck.warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void refusesWhatUnpacksToFarMoreThanItIs(int layers) throws Exception {
        byte[] bomb = Pdfs.bomb(200, layers);
        assertThat(bomb.length).isLessThan(2 << 20);

        assertThat(render(bomb))
                .isEqualTo(SlideDeck.unreadable(
                        "The PDF unpacks to far more than any slides hold, so there are no slides."));
    }

    @Test
    void rendersWhatUnpacksToAFewMegabytes() throws Exception {
        assertThat(render(Pdfs.bomb(3, 2)).slides()).hasSize(1);
    }

    @Test
    void keepsTheTextOfAPageThatCannotBeDrawn() throws Exception {
        Drawing never = (page, target) -> {
            throw new BrokenPdfException("cannot be drawn");
        };

        SlideDeck deck = new SlideRenderer(never, 1).render(order(Pdfs.slides("words")), (pages, of) -> {});

        assertThat(deck.slides()).containsExactly(new Slide(1, null, "words"));
        assertThat(deck.warnings()).containsExactly("Slides without an image: 1; the first of them cannot be drawn.");
    }

    @Test
    void givesUpWhenPageAfterPageFails() throws Exception {
        List<Integer> tried = new ArrayList<>();
        Drawing never = (page, target) -> {
            tried.add(page.number());
            throw new BrokenPdfException("cannot be drawn");
        };

        SlideDeck deck = new SlideRenderer(never, 1)
                .render(order(Pdfs.slides("1", "2", "3", "4", "5", "6", "7")), (pages, of) -> {});

        assertThat(tried).containsExactly(1, 2, 3, 4, 5);
        assertThat(deck.warnings()).last().asString().contains("the rest is left out");
    }

    @Test
    void leavesAPageBehindThatNeverEnds() throws Exception {
        CountDownLatch ever = new CountDownLatch(1);
        Drawing hanging = (page, target) -> page.pdf().lanes().call(() -> {
            ever.await();
            return null;
        });
        SlideRenderer renderer = new SlideRenderer(hanging, 2, Duration.ofMillis(300));

        SlideDeck deck = renderer.render(order(Pdfs.slides("words")), (pages, of) -> {});

        assertThat(deck.slides()).extracting(Slide::image).containsExactly((Path) null);
    }

    @Test
    void endsAtOnceWhenInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Drawing slow = (page, target) -> page.pdf().lanes().call(() -> {
            begun.countDown();
            return new CountDownLatch(1).await(1, TimeUnit.HOURS);
        });
        AtomicReference<Throwable> end = new AtomicReference<>();
        SlideOrder order = order(Pdfs.slides("words"));
        Thread slot = Thread.ofVirtual().start(() -> {
            try {
                new SlideRenderer(slow, 1).render(order, (pages, of) -> {});
            } catch (InterruptedException e) {
                end.set(e);
            }
        });
        begun.await();

        slot.interrupt();

        Awaitility.await().untilAsserted(() -> assertThat(end.get()).isInstanceOf(InterruptedException.class));
    }

    private SlideDeck render(byte[] pdf) throws Exception {
        return new SlideRenderer(new PdfBoxImages(), 2).render(order(pdf), (pages, of) -> {});
    }

    private SlideOrder order(byte[] pdf) throws IOException {
        return new SlideOrder(pdf(pdf), folder, 1, 500);
    }

    private Path pdf(byte[] content) throws IOException {
        return Files.write(folder.resolve("deck.pdf"), content);
    }

    private static BufferedImage image(SlideDeck deck, int index) throws IOException {
        return ImageIO.read(deck.slides().get(index).image().toFile());
    }

    private static boolean isBlank(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    private interface Drawing extends PageImages {
        @Override
        default String engine() {
            return "a test";
        }
    }
}
