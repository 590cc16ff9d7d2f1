package io.eventjobs.worker.session.slides;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointForm;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rendered slides as they are kept: by their pages, not by the numbers that they have in one session, so that they serve in
 * every place of another.
 *
 * @param order what was, or would be, rendered
 * @param address where the deck is from
 */
public record SlideDeckForm(SlideOrder order, String address) implements CheckpointForm<SlideDeck, SlideDeckForm.Deck> {
    /** To be counted up whenever other slides are made of the same file by the same programs. */
    public static final CheckpointKey.Step STEP = new CheckpointKey.Step("slides", 1);

    @Override
    public String subject() {
        return address;
    }

    @Override
    public Class<Deck> valueType() {
        return Deck.class;
    }

    @Override
    public boolean isFinished(SlideDeck result) {
        return result.isWhole() && !result.slides().isEmpty();
    }

    @Override
    public Deck value(SlideDeck result) {
        return new Deck(
                result.slides().stream()
                        .map(slide -> new Page(slide.number() - order.firstNumber() + 1, slide.text()))
                        .toList(),
                result.warnings().isEmpty() ? null : order.mostPages(),
                result.warnings());
    }

    @Override
    public List<Path> files(SlideDeck result) {
        return result.slides().stream()
                .map(Slide::image)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public SlideDeck restored(Deck value, List<Path> files) throws IOException, UnusableCheckpointException {
        if (value.cutAfter() != null && value.cutAfter() != order.mostPages()) {
            throw new UnusableCheckpointException("it ends after page " + value.cutAfter());
        }
        if (value.pages().size() != files.size()) {
            throw new UnusableCheckpointException(
                    "it has " + files.size() + " images of " + value.pages().size() + " pages");
        }
        List<Slide> slides = new ArrayList<>();
        int before = 0;
        for (Page page : value.pages()) {
            if (page.page() <= before || page.page() > order.mostPages()) {
                throw new UnusableCheckpointException("its pages are out of order, or more than are wanted");
            }
            before = page.page();
            int number = order.firstNumber() + page.page() - 1;
            slides.add(new Slide(number, moved(files.get(slides.size()), order.image(number)), page.text()));
        }
        return new SlideDeck(slides, value.warnings(), true);
    }

    private static Path moved(Path image, Path target) throws IOException {
        return Files.move(image, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What is kept beside the images, one for each page.
     *
     * @param cutAfter the page after which pages were left out, null if all are there
     */
    record Deck(List<Page> pages, @Nullable Integer cutAfter, List<String> warnings) {
        Deck {
            pages = List.copyOf(pages);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A page.
     *
     * @param page from 1, in the deck
     */
    record Page(int page, String text) {
        Page {
            Objects.requireNonNull(text, "text");
        }
    }
}
