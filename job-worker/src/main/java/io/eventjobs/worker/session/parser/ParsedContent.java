package io.eventjobs.worker.session.parser;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.Slide;
import io.eventjobs.document.pdf.PageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Content as a message. It names no files: those of a page or picture follow from its number and the request, so that a process that a
 * hostile file has taken over cannot name other files of the worker.
 *
 * @param pictures extensions of their file names, in order
 */
record ParsedContent(
        boolean isText,
        Map<String, String> properties,
        String text,
        List<Page> pages,
        List<String> pictures,
        List<String> warnings,
        boolean isComplete) {
    ParsedContent {
        Objects.requireNonNull(text, "text");
        properties = new LinkedHashMap<>(properties);
        pages = List.copyOf(pages);
        pictures.forEach(ParsedContent::requireExtension);
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    static ParsedContent of(DocumentContent content) {
        return new ParsedContent(
                content.body().kind() == DocumentContent.Kind.TEXT,
                content.body().properties(),
                content.body().text(),
                content.slides().stream()
                        .map(slide -> new Page(
                                slide.number(),
                                extension(slide.view().image()),
                                slide.view().small() != null,
                                slide.text(),
                                slide.notes()))
                        .toList(),
                content.pictures().stream()
                        .map(picture -> Objects.requireNonNull(extension(picture)))
                        .toList(),
                content.warnings(),
                content.isComplete());
    }

    /**
     * The content, whose files are moved.
     *
     * @param from what the process was asked for
     * @param to the same for the folder that the files are moved to
     * @throws ParserEndedException if the content does not fit the request
     */
    DocumentContent moved(ReadRequest from, ReadRequest to) throws IOException, ParserEndedException {
        List<Slide> slides = new ArrayList<>();
        int before = to.firstPageNumber() - 1;
        for (Page page : pages) {
            int number = page.number();
            if (number <= before || number - to.firstPageNumber() >= to.maxPages()) {
                throw new ParserEndedException(ParserEnd.INVALID_ANSWER, "a page " + number + " was not asked for");
            }
            before = number;
            String image = page.image();
            PageView view = new PageView(
                    image == null ? null : moved(from.image(number, image), to.image(number, image)),
                    page.hasSmall() ? moved(from.small(number), to.small(number)) : null);
            slides.add(new Slide(number, view, page.text(), page.notes()));
        }
        List<Path> files = new ArrayList<>();
        for (String extension : pictures) {
            int index = files.size();
            files.add(moved(from.picture(index, extension), to.picture(index, extension)));
        }
        DocumentContent.Kind kind = isText ? DocumentContent.Kind.TEXT : DocumentContent.Kind.SLIDES;
        return new DocumentContent(
                new DocumentContent.Body(kind, properties, text), slides, files, warnings, isComplete);
    }

    private static Path moved(Path file, Path target) throws IOException, ParserEndedException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ParserEndedException(ParserEnd.INVALID_ANSWER, "there is no file " + file.getFileName());
        }
        return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static @Nullable String extension(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    private static void requireExtension(String extension) {
        if (!extension.matches("\\.[a-z]{3,4}")) {
            throw new IllegalArgumentException("not a file extension");
        }
    }

    /**
     * A slide or page.
     *
     * @param image extension of its image, null if there is none
     * @param hasSmall whether there is a thumbnail
     */
    record Page(int number, @Nullable String image, boolean hasSmall, String text, String notes) {
        Page {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(notes, "notes");
            if (image != null) {
                requireExtension(image);
            }
        }
    }
}
