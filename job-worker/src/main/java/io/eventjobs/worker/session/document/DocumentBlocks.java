package io.eventjobs.worker.session.document;

import io.eventjobs.worker.session.media.Passage;
import io.eventjobs.worker.session.page.FactName;
import io.eventjobs.worker.session.page.MarkdownText;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.page.SessionPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a document that are written by code, as Markdown without headings of their own; empty where there is nothing. */
final class DocumentBlocks {
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

    private final DocumentParts parts;
    private final Labels labels;

    DocumentBlocks(DocumentParts parts, Labels labels) {
        this.parts = parts;
        this.labels = labels;
    }

    String facts() {
        List<String> lines = new ArrayList<>();
        for (SheetField field : FACTS) {
            String value = parts.sheet().all(field).stream()
                    .map(text -> field.isAddress()
                            ? PlainText.link(text, text)
                            : MarkdownText.escaped(PlainText.oneLine(text)))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
            if (!value.isEmpty()) {
                lines.add("- **" + labels.of(field.word()) + ":** " + value);
            }
        }
        return String.join("\n", lines);
    }

    static String content(SessionPage page) {
        String markdown = page.markdown().strip();
        return markdown.isEmpty()
                ? page.facts()
                        .first(FactName.ABSTRACT)
                        .map(fact -> PlainText.line(fact.value()))
                        .orElse("")
                : markdown;
    }

    /** Of speakers of whom more than names is told. */
    String biographies() {
        return SpeakerSection.of(parts.page().facts().people());
    }

    String slides() {
        return AttachmentSection.ofAll(parts.slides(), labels, parts.slideFolder());
    }

    /** Each with its number, its image, its text and its notes. */
    List<Map<String, String>> slideList() {
        return parts.slides().stream()
                .flatMap(deck -> AttachmentSection.parts(deck, labels, parts.slideFolder()))
                .toList();
    }

    /** Texts that come with the session. */
    String documents() {
        return AttachmentSection.ofAll(parts.texts(), labels, parts.slideFolder());
    }

    String transcript() {
        return joined(parts.transcript().passages().stream()
                .map(passage -> {
                    String time = timeMark(passage);
                    String voice = passage.voice() == null ? "" : "**" + MarkdownText.escaped(passage.voice()) + ":** ";
                    return (time.isEmpty() ? "" : time + " ") + voice + PlainText.line(passage.text());
                })
                .toList());
    }

    /** Each with its time, its speaker and its text. */
    List<Map<String, String>> passages() {
        return parts.transcript().passages().stream()
                .map(passage -> Map.of(
                        "time", timeMark(passage),
                        "speaker", passage.voice() == null ? "" : PlainText.line(passage.voice()),
                        "text", PlainText.line(passage.text())))
                .toList();
    }

    String links() {
        return parts.page().links().stream()
                .filter(link -> link.kind() != PageLink.Kind.SERVICE)
                .map(link -> PlainText.link(link.text().isBlank() ? link.address() : link.text(), link.address()))
                .filter(line -> !line.isEmpty())
                .map(line -> "- " + line)
                .collect(Collectors.joining("\n"));
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
                .filter(DocumentBlocks::isVideoFile)
                .map(video -> MarkdownText.target(video + "#t=" + seconds));
        return target.map(address -> "[" + clock + "](" + address + ")").orElse("\\[" + clock + "\\]");
    }

    private static boolean isVideoFile(String address) {
        String path = address.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        return address.indexOf('#') < 0
                && List.of(".mp4", ".webm", ".mkv", ".m4v", ".ogv", ".mov").stream()
                        .anyMatch(path::endsWith);
    }

    private static String joined(List<String> blocks) {
        return blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
