package io.eventjobs.worker.session.document;

import io.eventjobs.template.DocumentTemplate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template with the answers of a model to its fields.
 *
 * @param answers by names of fields; without fields that have no answer
 * @param model that answered, null if there are no answers
 */
public record FilledTemplate(DocumentTemplate template, Map<String, Answer> answers, @Nullable String model) {
    private static final Set<String> TEXTS = Set.of(
            "content", "slides", "slide_list", "documents", "chapters", "chapter_list", "transcript", "passages");

    public FilledTemplate {
        answers = Map.copyOf(answers);
    }

    /** Without answers. */
    public static FilledTemplate of(DocumentTemplate template) {
        return new FilledTemplate(template, Map.of(), null);
    }

    /** Whether the document will show any text of the session itself, and not only answers. */
    public boolean showsTexts() {
        return TEXTS.stream().anyMatch(this::shows);
    }

    /** Whether the document will show a variable, if it has a value. */
    public boolean shows(String variable) {
        boolean isComplete = answers.size() == template.fields().size();
        return isComplete ? template.shows(variable) : template.mentions(variable);
    }

    /** Whether the document may show slides or documents of the session, with their images. */
    public boolean showsAttachments() {
        return shows("slides") || shows("slide_list") || shows("documents");
    }
}
