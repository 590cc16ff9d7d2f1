package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.template.FieldType;
import io.eventjobs.template.TemplateField;
import io.eventjobs.template.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables that the body of a template may show, all as Markdown: text of a page or a model is escaped. */
final class DocumentValues {
    private final SessionParameters request;
    private final DocumentParts parts;
    private final Labels labels;

    DocumentValues(SessionParameters request, DocumentParts parts, Labels labels) {
        this.request = request;
        this.parts = parts;
        this.labels = labels;
    }

    Map<String, Object> all() {
        Map<String, Object> values = new HashMap<>();
        Variables.names().forEach(name -> values.put(name, value(name)));
        for (TemplateField field : parts.filled().template().fields()) {
            values.put(
                    field.name(), value(field.type(), parts.filled().answers().get(field.name())));
        }
        values.put(
                Variables.LABELS,
                Variables.LABEL_KEYS.stream()
                        .collect(Collectors.toMap(key -> key, key -> EscapedText.line(labels.of(key)))));
        return values;
    }

    private Object value(String name) {
        DocumentBlocks blocks = new DocumentBlocks(parts, labels);
        return switch (name) {
            case "title" -> EscapedText.line(parts.facts().title());
            case "event" -> text(SessionField.EVENT);
            case "track" -> text(SessionField.TRACK);
            case "when" -> EscapedText.line(parts.facts().timeText());
            case "day" -> text(SessionField.DAY);
            case "date" -> text(SessionField.DATE);
            case "start" -> parts.facts().time().startText().orElseGet(() -> text(SessionField.START));
            case "end" -> parts.facts().time().endText().orElseGet(() -> text(SessionField.END));
            case "room" -> text(SessionField.ROOM);
            case "speakers" ->
                parts.facts().all(SessionField.SPEAKERS).stream()
                        .map(EscapedText::line)
                        .toList();
            case "url" -> address(SessionField.URL);
            case "video" -> address(SessionField.VIDEO);
            case "language" -> parts.translation().language();
            case "source_language" -> parts.translation().sourceLanguage();
            case "target" -> request.target() == null ? "" : EscapedText.line(request.target());
            case "facts" -> blocks.facts();
            case "content" -> DocumentBlocks.content(parts.page());
            case "biographies" -> blocks.biographies();
            case "slides" -> blocks.slides();
            case "documents" -> blocks.documents();
            case "slide_list" -> blocks.slideList();
            case "chapters" -> blocks.transcript().chapters();
            case "chapter_list" -> blocks.transcript().chapterList();
            case "transcript" -> blocks.transcript().text();
            case "passages" -> blocks.transcript().passages();
            case "links" -> blocks.links();
            default -> throw new IllegalStateException("unknown variable: " + name);
        };
    }

    private String text(SessionField field) {
        return parts.facts().first(field).map(EscapedText::line).orElse("");
    }

    private String address(SessionField field) {
        return parts.facts().first(field).map(EscapedText::address).orElse("");
    }

    private static Object value(FieldType form, @Nullable Answer answer) {
        if (answer == null) {
            return isList(form) ? List.of() : "";
        }
        return switch (answer) {
            case Answer.Words words -> EscapedText.paragraphs(words.text());
            case Answer.Number number -> String.valueOf(number.value());
            case Answer.Items items ->
                items.texts().stream().map(EscapedText::line).toList();
            case Answer.Sections sections ->
                sections.sections().stream()
                        .map(section -> Map.of(
                                "heading", EscapedText.line(section.heading()),
                                "text", EscapedText.paragraphs(section.text())))
                        .toList();
        };
    }

    private static boolean isList(FieldType form) {
        return switch (form) {
            case FieldType.Lines lines -> true;
            case FieldType.Sections sections -> true;
            case FieldType.Tags tags -> true;
            case FieldType.Text text -> false;
            case FieldType.Line line -> false;
            case FieldType.Choice choice -> false;
            case FieldType.Number number -> false;
        };
    }
}
