package io.eventjobs.worker.session.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlideDeckFormTest {
    @TempDir
    private Path folder;

    @Test
    void numbersSlidesByTheirNewPlace() throws Exception {
        SlideDeckForm first = form(1, 500);
        SlideDeckForm later = form(41, 460);

        SlideDeck again = later.restored(first.value(deck(1, 3)), images(2));

        assertThat(again.slides())
                .containsExactly(
                        new Slide(41, later.order().image(41), "text of 1"),
                        new Slide(43, later.order().image(43), "text of 3"));
        assertThat(later.order().image(43)).hasContent("image 2");
        assertThat(later.isFinished(again)).isTrue();
    }

    @Test
    void keepsNoDeckThatDidNotComeOutWhole() {
        assertThat(form(1, 500).isFinished(new SlideDeck(deck(1).slides(), List.of("Page 2 is missing."), false)))
                .isFalse();
        assertThat(form(1, 500).isFinished(SlideDeck.unreadable("The PDF is broken.")))
                .isFalse();
    }

    @Test
    void servesACutDeckOnlyWhereItWouldBeCutAtTheSamePage() throws Exception {
        SlideDeck cut = new SlideDeck(deck(1, 2).slides(), List.of("Pages after 2 are left out."), true);
        SlideDeckForm.Deck kept = form(1, 2).value(cut);

        assertThat(form(4, 2).restored(kept, images(2)).warnings()).isEqualTo(cut.warnings());
        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form(1, 500).restored(kept, images(2)));
    }

    @Test
    void servesNoWholeDeckWhereItWouldBeCut() {
        SlideDeckForm.Deck kept = form(1, 500).value(deck(1, 2, 3));

        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form(499, 2).restored(kept, images(3)));
    }

    @Test
    void refusesPagesThatDoNotFitTheirImages() {
        SlideDeckForm form = form(1, 500);

        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form.restored(form.value(deck(1, 2)), images(1)));
        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form.restored(form.value(deck(2, 1)), images(2)));
        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form.restored(form.value(deck(0)), images(1)));
    }

    private SlideDeckForm form(int firstNumber, int mostPages) {
        return new SlideDeckForm(
                new SlideOrder(folder.resolve("deck.pdf"), folder, firstNumber, mostPages), "https://example.org/deck");
    }

    private SlideDeck deck(int... numbers) {
        List<Slide> slides = new ArrayList<>();
        for (int number : numbers) {
            slides.add(new Slide(number, folder.resolve("slide-" + number), "text of " + number));
        }
        return new SlideDeck(slides, List.of(), true);
    }

    private List<Path> images(int count) throws IOException {
        List<Path> images = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            images.add(Files.writeString(folder.resolve("part-" + i), "image " + i));
        }
        return images;
    }
}
