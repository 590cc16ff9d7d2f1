package io.eventjobs.worker.session.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.Slide;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentCodecTest {
    @TempDir
    private Path folder;

    @Test
    void numbersSlidesByTheirNewPlace() throws Exception {
        AttachmentCodec first = form(1, 500);
        AttachmentCodec later = form(41, 460);
        DocumentContent deck = deck(1, 3);

        DocumentContent again = later.decode(first.encode(deck), files(deck));

        assertThat(again.slides())
                .containsExactly(
                        new Slide(
                                41,
                                new PageView(
                                        later.request().image(41),
                                        later.request().small(41)),
                                "text of 1",
                                "notes"),
                        new Slide(
                                43,
                                new PageView(
                                        later.request().image(43),
                                        later.request().small(43)),
                                "text of 3",
                                "notes"));
        assertThat(later.request().image(43)).hasContent("file 3");
        assertThat(later.request().small(43)).hasContent("file 4");
        assertThat(again.pictures()).containsExactly(later.request().picture(0, ".png"));
        assertThat(again.body()).isEqualTo(deck.body());
        assertThat(later.isComplete(again)).isTrue();
    }

    @Test
    void keepsPagesWithoutImages() throws Exception {
        DocumentContent texts = new DocumentContent(
                DocumentContent.Body.NONE,
                List.of(new Slide(1, PageView.NONE, "text", "")),
                List.of(),
                List.of(),
                true);

        assertThat(form(1, 500).decode(form(1, 500).encode(texts), List.of())).isEqualTo(texts);
    }

    @Test
    void doesNotStoreIncompleteContent() {
        DocumentContent part = new DocumentContent(
                DocumentContent.Body.NONE, deck(1).slides(), List.of(), List.of("Page 2 is missing."), false);

        assertThat(form(1, 500).isComplete(part)).isFalse();
        assertThat(form(1, 500).isComplete(DocumentContent.unreadable("The PDF is broken.")))
                .isFalse();
    }

    @Test
    void reusesTruncatedContentOnlyForTheSameLimit() throws Exception {
        DocumentContent whole = deck(1, 2);
        DocumentContent cut = new DocumentContent(
                whole.body(), whole.slides(), whole.pictures(), List.of("Pages after 2 are left out."), true);
        AttachmentCodec.Stored kept = form(1, 2).encode(cut);

        assertThat(form(4, 2).decode(kept, files(cut)).warnings()).isEqualTo(cut.warnings());
        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form(1, 500).decode(kept, files(cut)));
    }

    @Test
    void doesNotReuseCompleteContentBeyondTheLimit() {
        DocumentContent deck = deck(1, 2, 3);

        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form(499, 2).decode(form(1, 500).encode(deck), files(deck)));
    }

    @Test
    void refusesPagesThatDoNotFitTheirFiles() {
        AttachmentCodec form = form(1, 500);

        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form.decode(form.encode(deck(1, 2)), files(deck(1))));
        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form.decode(form.encode(deck(2, 1)), files(deck(2, 1))));
        assertThatExceptionOfType(UnusableCheckpointException.class)
                .isThrownBy(() -> form.decode(form.encode(deck(0)), files(deck(0))));
    }

    @Test
    void derivesNoFileNameFromStoredValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttachmentCodec.Page(1, "/../../x.jpg", null, "", ""));
    }

    private AttachmentCodec form(int firstNumber, int maxPages) {
        return new AttachmentCodec(
                new ReadRequest(folder.resolve("deck.pdf"), folder, 2, firstNumber, maxPages),
                "https://example.org/deck");
    }

    private DocumentContent deck(int... numbers) {
        List<Slide> slides = new ArrayList<>();
        for (int number : numbers) {
            PageView view = new PageView(folder.resolve(number + ".jpg"), folder.resolve(number + "-small.jpg"));
            slides.add(new Slide(number, view, "text of " + number, "notes"));
        }
        DocumentContent.Body content =
                new DocumentContent.Body(DocumentContent.Kind.TEXT, Map.of("title", "A text"), "![](asset:0)");
        return new DocumentContent(content, slides, List.of(folder.resolve("a.png")), List.of(), true);
    }

    private List<Path> files(DocumentContent deck) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= deck.files().size(); i++) {
            files.add(Files.writeString(folder.resolve("part-" + i), "file " + i));
        }
        return files;
    }
}
