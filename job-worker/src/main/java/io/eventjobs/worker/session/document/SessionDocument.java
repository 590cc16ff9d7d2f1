package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.media.Passage;
import io.eventjobs.worker.session.page.FactName;
import io.eventjobs.worker.session.page.MarkdownText;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.page.SessionPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the document of a session: front matter, facts, content, slides, transcript, links. The same input gives the same text. */
public final class SessionDocument {
    private static final List<SheetField> FACTS = List.of(
            SheetField.EVENT,
            SheetField.TRACK,
            SheetField.DAY,
            SheetField.DATE,
            SheetField.START,
            SheetField.END,
            SheetField.ROOM,
            SheetField.SPEAKERS,
            SheetField.URL,
            SheetField.VIDEO,
            SheetField.SLIDES);

    private final SessionParameters request;
    private final DocumentParts parts;
    private final List<String> warnings;
    private final Labels labels;
    private final List<String> blocks = new ArrayList<>();

    private SessionDocument(SessionParameters request, DocumentParts parts, List<String> warnings) {
        this.request = request;
        this.parts = parts;
        this.warnings = warnings;
        this.labels = Labels.in(parts.translation().language());
    }

    /** @param warnings of the steps before; they stand in the front matter */
    public static String write(SessionParameters request, DocumentParts parts, List<String> warnings) {
        return new SessionDocument(request, parts, warnings).text();
    }

    private String text() {
        blocks.add(FrontMatter.of(frontMatter()).stripTrailing());
        blocks.add("# " + MarkdownText.escaped(oneLine(parts.sheet().title())));
        addFacts();
        addContent(parts.page());
        add(SpeakerSection.of(parts.page().facts().people(), labels.of("speakers")));
        addSlides();
        addTranscript();
        addLinks();
        return String.join("\n\n", blocks) + "\n";
    }

    private Map<String, Object> frontMatter() {
        Map<String, Object> values = new LinkedHashMap<>(parts.sheet().values());
        Translation translation = parts.translation();
        if (translation.names() != null) {
            values.put("original_title", translation.names().originalTitle());
        }
        values.put("language", translation.language());
        values.put("source_language", translation.sourceLanguage());
        values.put("target_language", request.targetLanguage());
        values.put("translated", translation.isTranslated());
        if (translation.by() != null) {
            values.put("translated_by", translation.by());
        }
        values.put("template", request.template());
        if (request.target() != null) {
            values.put("target", request.target());
        }
        if (!warnings.isEmpty()) {
            values.put("warnings", warnings);
        }
        return values;
    }

    private void addFacts() {
        List<String> lines = new ArrayList<>();
        for (SheetField field : FACTS) {
            String value = parts.sheet().all(field).stream()
                    .map(text -> field.isAddress() ? link(text, text) : MarkdownText.escaped(oneLine(text)))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
            if (!value.isEmpty()) {
                lines.add("- **" + labels.of(field.word()) + ":** " + value);
            }
        }
        add(String.join("\n", lines));
    }

    /** What a page is about, as Markdown; empty if it does not say. */
    public static String content(SessionPage page) {
        String markdown = page.markdown().strip();
        return markdown.isEmpty()
                ? page.facts()
                        .first(FactName.ABSTRACT)
                        .map(fact -> MarkdownText.escapedLine(oneLine(fact.value())))
                        .orElse("")
                : markdown;
    }

    private void addContent(SessionPage page) {
        String markdown = content(page);
        if (!markdown.isEmpty()) {
            add("## " + labels.of("abstract") + "\n\n" + markdown);
        }
    }

    private void addSlides() {
        add(AttachmentSection.ofAll(parts.slides(), labels, "slides", parts.slideFolder()));
        add(AttachmentSection.ofAll(parts.texts(), labels, "documents", parts.slideFolder()));
    }

    private void addTranscript() {
        if (parts.transcript().isEmpty()) {
            return;
        }
        add("## " + labels.of("transcript"));
        for (Passage passage : parts.transcript().passages()) {
            String text = MarkdownText.escapedLine(oneLine(passage.text()));
            String voice = passage.voice() == null ? "" : "**" + MarkdownText.escaped(passage.voice()) + ":** ";
            add(timeMark(passage) + voice + text);
        }
    }

    /** Where the recording is a file a player can jump in it, by a W3C media fragment. */
    private String timeMark(Passage passage) {
        if (passage.startMillis() == null) {
            return "";
        }
        long seconds = passage.startMillis() / 1_000;
        String clock = String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
        Optional<String> target = parts.sheet()
                .first(SheetField.VIDEO)
                .filter(SessionDocument::isVideoFile)
                .map(video -> MarkdownText.target(video + "#t=" + seconds));
        return target.map(address -> "[" + clock + "](" + address + ") ").orElse("\\[" + clock + "\\] ");
    }

    private static boolean isVideoFile(String address) {
        String path = address.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        return address.indexOf('#') < 0
                && List.of(".mp4", ".webm", ".mkv", ".m4v", ".ogv", ".mov").stream()
                        .anyMatch(path::endsWith);
    }

    private void addLinks() {
        List<String> lines = parts.page().links().stream()
                .filter(link -> link.kind() != PageLink.Kind.SERVICE)
                .map(link -> link(link.text().isBlank() ? link.address() : link.text(), link.address()))
                .filter(line -> !line.isEmpty())
                .map(line -> "- " + line)
                .toList();
        if (!lines.isEmpty()) {
            add("## " + labels.of("links") + "\n\n" + String.join("\n", lines));
        }
    }

    private static String link(String text, String address) {
        String target = MarkdownText.target(address);
        return target == null ? "" : "[" + MarkdownText.escaped(oneLine(text)) + "](" + target + ")";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    private void add(String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }
}
