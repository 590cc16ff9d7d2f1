package io.eventjobs.worker.session.document;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.Slide;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.markdown.RelativeAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders an attachment for a document: slides one after the other, each with image, text and notes; a text with its headings below
 * that of the section, and thumbnails of its pages.
 */
final class AttachmentSection {
    private static final Pattern TITLE = Pattern.compile("\\A# ([^\n]+)(?:\n+|\\z)");
    private static final Pattern PICTURE = Pattern.compile("(?<!\\\\)\\]\\(asset:(\\d{1,4})\\)");

    private final DocumentContent attachment;
    private final Labels labels;
    private final String folder;
    private final int level;
    private final List<String> blocks = new ArrayList<>();

    private AttachmentSection(DocumentContent attachment, Labels labels, String folder, int level) {
        this.attachment = attachment;
        this.labels = labels;
        this.folder = folder;
        this.level = level;
    }

    /**
     * Renders attachments for placement below a level 2 heading; empty if there are none.
     *
     * @param folder from the document to the images, with its slash
     */
    static String ofAll(List<SourceDocument> files, Labels labels, String folder) {
        return files.stream()
                .map(file -> of(file, labels, folder, files.size() > 1))
                .collect(Collectors.joining("\n\n"));
    }

    /** The slides, each with number, address of its image, text and notes. */
    static Stream<Map<String, String>> parts(SourceDocument file, Labels labels, String folder) {
        AttachmentSection section = new AttachmentSection(file.content(), labels, folder, 3);
        return file.content().slides().stream().map(section::parts);
    }

    /** @param isOneOfMany whether it needs a heading of its own */
    private static String of(SourceDocument file, Labels labels, String folder, boolean isOneOfMany) {
        boolean isText = file.content().body().kind() == DocumentContent.Kind.TEXT;
        String name = isOneOfMany || isText ? name(file) : "";
        AttachmentSection section = new AttachmentSection(file.content(), labels, folder, name.isEmpty() ? 3 : 4);
        section.add(name.isEmpty() ? "" : "### " + name);
        if (isText) {
            section.addText();
        } else {
            file.content().slides().forEach(section::addSlide);
        }
        return String.join("\n\n", section.blocks);
    }

    private static String name(SourceDocument file) {
        String title = file.content().body().properties().getOrDefault("title", "");
        String words = !file.name().isEmpty() ? file.name() : !title.isEmpty() ? title : file.address();
        String target = LinkTarget.of(file.address());
        return target == null ? Escape.text(words) : "[" + Escape.text(words) + "](" + target + ")";
    }

    private void addSlide(Slide slide) {
        Matcher title = TITLE.matcher(slide.text());
        boolean isTitled = title.find();
        String name = labels.of("slide") + " " + slide.number();
        add("#".repeat(level) + " " + name + (isTitled ? ": " + title.group(1) : ""));
        Optional.ofNullable(slide.view().image()).ifPresent(image -> add("![" + name + "](" + target(image) + ")"));
        add(markdown(isTitled ? slide.text().substring(title.end()) : slide.text(), level - 1));
        if (!slide.notes().isEmpty()) {
            add("**" + labels.of("notes") + ":**");
            add(markdown(slide.notes(), level - 1));
        }
    }

    private Map<String, String> parts(Slide slide) {
        Path image = slide.view().image();
        return Map.of(
                "number", String.valueOf(slide.number()),
                "image", image == null ? "" : target(image),
                "text", markdown(slide.text(), level - 1),
                "notes", markdown(slide.notes(), level - 1));
    }

    private void addText() {
        add(markdown(attachment.body().text(), level - 1));
        String pages = attachment.slides().stream()
                .map(this::thumbnail)
                .filter(page -> !page.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!pages.isEmpty()) {
            add("#".repeat(level) + " " + labels.of("pages"));
            add(pages);
        }
    }

    private String thumbnail(Slide page) {
        Path image = page.view().image();
        Path small = page.view().small();
        if (image == null) {
            return "";
        }
        String shown = target(small == null ? image : small);
        return "[![" + labels.of("page") + " " + page.number() + "](" + shown + ")](" + target(image) + ")";
    }

    /** Deepens headings and replaces picture references by addresses in the bundle. */
    private String markdown(String text, int deeper) {
        String moved = HeadingShift.of(text, deeper);
        return PICTURE.matcher(moved).replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            return index < attachment.pictures().size()
                    ? Matcher.quoteReplacement(
                            "](" + target(attachment.pictures().get(index)) + ")")
                    : "]()";
        });
    }

    private String target(Path file) {
        return RelativeAddress.of(folder + file.getFileName());
    }

    private void add(String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }
}
