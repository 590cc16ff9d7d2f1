package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.template.DocumentTooLongException;
import io.eventjobs.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the document of a session: the front matter, made of values, and the body, rendered by the template. The same input gives
 * the same text.
 */
public final class SessionDocument {
    private SessionDocument() {}

    /**
     * @param warnings of the steps before, for the front matter
     * @throws OverlongDocumentException if the rendered document is too long
     */
    public static String write(SessionParameters request, DocumentParts parts, List<String> warnings)
            throws DocumentTooLongException {
        Labels labels = Labels.in(parts.translation().language());
        String body = parts.filled().template().render(new DocumentValues(request, parts, labels).all());
        return FrontMatter.of(frontMatter(request, parts, warnings)) + "\n" + body.strip() + "\n";
    }

    /** The abstract of a page, as Markdown; empty if there is none. */
    public static String content(SessionPage page) {
        return DocumentBlocks.content(page);
    }

    private static Map<String, Object> frontMatter(
            SessionParameters request, DocumentParts parts, List<String> warnings) {
        Map<String, Object> values = new LinkedHashMap<>(parts.facts().isoValues());
        addAnswers(values, parts.filled());
        Translation translation = parts.translation();
        if (translation.names() != null) {
            values.put("original_title", translation.names().originalTitle());
        }
        values.put("language", translation.language());
        values.put("source_language", translation.sourceLanguage());
        values.put("target_language", request.targetLanguage());
        values.put("translated", translation.isTranslated());
        if (translation.translator() != null) {
            values.put("translated_by", translation.translator());
        }
        addOrigin(values, parts.transcript());
        values.put("template", request.template());
        if (request.templateHash() != null) {
            values.put("template_sha256", request.templateHash());
        }
        if (parts.filled().model() != null) {
            values.put("generated_by", parts.filled().model());
        }
        if (request.target() != null) {
            values.put("target", request.target());
        }
        if (!warnings.isEmpty()) {
            values.put("warnings", warnings);
        }
        return values;
    }

    private static void addOrigin(Map<String, Object> values, Transcript transcript) {
        if (!transcript.isEmpty()) {
            values.put("transcript_source", transcript.source());
        }
        if (transcript.recognizer() != null) {
            values.put("transcribed_by", transcript.recognizer());
        }
    }

    private static void addAnswers(Map<String, Object> values, FilledTemplate filled) {
        for (String field : filled.template().frontMatter()) {
            Answer answer = filled.answers().get(field);
            if (answer != null) {
                values.put(field, value(answer));
            }
        }
    }

    private static Object value(Answer answer) {
        return switch (answer) {
            case Answer.Words words -> words.text();
            case Answer.Number number -> number.value();
            case Answer.Items items -> items.texts();
            case Answer.Sections sections ->
                sections.sections().stream().map(SessionDocument::value).toList();
        };
    }

    private static Map<String, String> value(Answer.Section section) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("heading", section.heading());
        values.put("text", section.text());
        return values;
    }
}
