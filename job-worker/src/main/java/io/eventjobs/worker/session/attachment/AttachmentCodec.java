package io.eventjobs.worker.session.attachment;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.Slide;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as a checkpoint: with numbers of pages in the file, not in the session, so that it can be used at another place of
 * another session.
 *
 * @param request that was, or would be, carried out
 * @param address of the file
 */
record AttachmentCodec(ReadRequest request, String address)
        implements CheckpointCodec<DocumentContent, AttachmentCodec.Stored> {
    /** Its version is to be increased whenever the same file and programs yield something else. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("slides", 3);

    @Override
    public String subject() {
        return address;
    }

    @Override
    public Class<Stored> valueType() {
        return Stored.class;
    }

    @Override
    public boolean isComplete(DocumentContent result) {
        return result.isComplete() && !result.isEmpty();
    }

    @Override
    public Stored encode(DocumentContent result) {
        return new Stored(
                result.body().kind() == DocumentContent.Kind.TEXT,
                result.body().properties(),
                result.body().text(),
                result.slides().stream()
                        .map(slide -> new Page(
                                slide.number() - request.firstPageNumber() + 1,
                                extension(slide.view().image()),
                                extension(slide.view().small()),
                                slide.text(),
                                slide.notes()))
                        .toList(),
                result.pictures().stream().map(AttachmentCodec::extension).toList(),
                result.warnings().isEmpty() ? null : request.maxPages(),
                result.warnings());
    }

    @Override
    public List<Path> files(DocumentContent result) {
        return result.files();
    }

    @Override
    public DocumentContent decode(Stored stored, List<Path> files) throws IOException, UnusableCheckpointException {
        if (stored.cutAfter() != null && stored.cutAfter() != request.maxPages()) {
            throw new UnusableCheckpointException("it ends after page " + stored.cutAfter());
        }
        if (stored.files() != files.size()) {
            throw new UnusableCheckpointException("it has " + files.size() + " files, but lists " + stored.files());
        }
        Iterator<Path> parts = files.iterator();
        List<Slide> slides = new ArrayList<>();
        int before = 0;
        for (Page page : stored.pages()) {
            if (page.page() <= before || page.page() > request.maxPages()) {
                throw new UnusableCheckpointException("its pages are out of order, or more than are wanted");
            }
            before = page.page();
            int number = request.firstPageNumber() + page.page() - 1;
            PageView view = new PageView(
                    moved(page.image(), parts, request.image(number, page.image())),
                    moved(page.small(), parts, request.small(number)));
            slides.add(new Slide(number, view, page.text(), page.notes()));
        }
        List<Path> pictures = new ArrayList<>();
        for (String ending : stored.pictures()) {
            pictures.add(Objects.requireNonNull(moved(ending, parts, request.picture(pictures.size(), ending))));
        }
        DocumentContent.Kind kind = stored.isText() ? DocumentContent.Kind.TEXT : DocumentContent.Kind.SLIDES;
        DocumentContent.Body body = new DocumentContent.Body(kind, stored.properties(), stored.text());
        return new DocumentContent(body, slides, pictures, stored.warnings(), true);
    }

    private static @Nullable Path moved(@Nullable String ending, Iterator<Path> parts, Path target) throws IOException {
        return ending == null ? null : Files.move(parts.next(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static @Nullable String extension(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    /**
     * The part stored as JSON. The files are the images of pages in order, a large and a small one each, then pictures.
     *
     * @param pictures extensions of their names
     * @param cutAfter the last page before pages were left out, null if there are all
     */
    record Stored(
            boolean isText,
            Map<String, String> properties,
            String text,
            List<Page> pages,
            List<String> pictures,
            @Nullable Integer cutAfter,
            List<String> warnings) {
        Stored {
            Objects.requireNonNull(text, "text");
            properties = new LinkedHashMap<>(properties);
            pages = List.copyOf(pages);
            for (String ending : pictures) {
                requireExtension(ending);
            }
            pictures = List.copyOf(pictures);
            warnings = List.copyOf(warnings);
        }

        int files() {
            return pages.stream().mapToInt(Page::files).sum() + pictures.size();
        }
    }

    /**
     * A page.
     *
     * @param page from 1, in the file
     * @param image extension of the name of its image, null if there is none
     * @param small likewise
     */
    record Page(int page, @Nullable String image, @Nullable String small, String text, String notes) {
        Page {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(notes, "notes");
            requireExtension(image);
            requireExtension(small);
        }

        int files() {
            return (image == null ? 0 : 1) + (small == null ? 0 : 1);
        }
    }

    private static void requireExtension(@Nullable String ending) {
        if (ending != null && !ending.matches("\\.[a-z]{3,4}")) {
            throw new IllegalArgumentException("not a file extension: " + ending);
        }
    }
}
