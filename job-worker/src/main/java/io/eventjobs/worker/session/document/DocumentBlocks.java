package io.eventjobs.worker.session.document;

import io.eventjobs.markdown.Escape;
import io.eventjobs.model.job.SessionTime;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The blocks of a document that are rendered by code, as Markdown without headings of their own; empty if there is nothing. */
final class DocumentBlocks {
    private static final List<SessionField> FACTS = List.of(
            SessionField.EVENT,
            SessionField.TRACK,
            SessionField.DATE,
            SessionField.ROOM,
            SessionField.SPEAKERS,
            SessionField.URL,
            SessionField.VIDEO,
            SessionField.SLIDES);

    private final DocumentParts parts;
    private final Labels labels;

    DocumentBlocks(DocumentParts parts, Labels labels) {
        this.parts = parts;
        this.labels = labels;
    }

    String facts() {
        List<String> lines = new ArrayList<>();
        for (SessionField field : FACTS) {
            String value =
                    field == SessionField.DATE ? EscapedText.line(parts.facts().timeText()) : value(field);
            if (!value.isEmpty()) {
                lines.add("- **" + labels.of(label(field).key()) + ":** " + value);
            }
        }
        return String.join("\n", lines);
    }

    private String value(SessionField field) {
        return parts.facts().all(field).stream()
                .map(text -> field.isAddress() ? EscapedText.link(text, text) : Escape.text(EscapedText.oneLine(text)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Day and time are on one line, called a start if no day is known. */
    private SessionField label(SessionField field) {
        SessionTime time = parts.facts().time();
        boolean isTimeOnly = time.date() == null && time.day().isEmpty();
        return field == SessionField.DATE && isTimeOnly ? SessionField.START : field;
    }

    static String content(SessionPage page) {
        String markdown = page.markdown().strip();
        return markdown.isEmpty()
                ? page.facts()
                        .first(FactName.ABSTRACT)
                        .map(fact -> EscapedText.line(fact.value()))
                        .orElse("")
                : markdown;
    }

    /** Speakers about whom more than the name is known. */
    String biographies() {
        return SpeakerSection.of(parts.page().facts().people());
    }

    String slides() {
        return AttachmentSection.ofAll(parts.slides(), labels, parts.slideFolder());
    }

    /** Each with number, image, text and notes. */
    List<Map<String, String>> slideList() {
        return parts.slides().stream()
                .flatMap(deck -> AttachmentSection.parts(deck, labels, parts.slideFolder()))
                .toList();
    }

    /** Texts that come with the session. */
    String documents() {
        return AttachmentSection.ofAll(parts.texts(), labels, parts.slideFolder());
    }

    TranscriptSection transcript() {
        return new TranscriptSection(parts, labels);
    }

    String links() {
        return parts.page().links().stream()
                .filter(link -> link.kind() != PageLink.Kind.SERVICE)
                .map(link -> EscapedText.link(link.text().isBlank() ? link.address() : link.text(), link.address()))
                .filter(line -> !line.isEmpty())
                .map(line -> "- " + line)
                .collect(Collectors.joining("\n"));
    }
}
