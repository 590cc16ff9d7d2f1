package io.eventjobs.worker.session.document;

import io.eventjobs.template.DocumentTemplate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template with what a model answered to its fields.
 *
 * @param answers by the names of the fields; without those that there is no answer to
 * @param by the model, null if it answered nothing
 */
public record FilledTemplate(DocumentTemplate template, Map<String, Answer> answers, @Nullable String by) {
    private static final Set<String> TEXTS = Set.of(
            "content", "slides", "slide_list", "documents", "chapters", "chapter_list", "transcript", "passages");

    public FilledTemplate {
        answers = Map.copyOf(answers);
    }

    /** Without answers. */
    public static FilledTemplate of(DocumentTemplate template) {
        return new FilledTemplate(template, Map.of(), null);
    }

    /** Whether any text of the session itself will stand in the document, and not the model's words alone. */
    public boolean showsTexts() {
        return TEXTS.stream().anyMatch(this::shows);
    }

    /** Whether a variable will stand in the document, if it has a value. */
    public boolean shows(String variable) {
        boolean isFull = answers.size() == template.fields().size();
        return isFull ? template.shows(variable) : template.mentions(variable);
    }

    /** Whether what comes with the session may stand in the document, with its images. */
    public boolean showsAttachments() {
        return shows("slides") || shows("slide_list") || shows("documents");
    }
}
