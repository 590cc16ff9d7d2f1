package io.eventjobs.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How a document is written: what a language model is asked for, and the body that shows it with everything else. Thread-safe. */
public final class DocumentTemplate {
    private final TemplateHeader header;
    private final TemplateBody body;

    DocumentTemplate(TemplateHeader header, TemplateBody body) {
        this.header = header;
        this.body = body;
    }

    public String name() {
        return header.name();
    }

    /** What it is for, in one sentence. */
    public String description() {
        return header.description();
    }

    /** What a model is asked for, in the order of the template; empty if it needs none. */
    public List<TemplateField> fields() {
        return header.fields();
    }

    /** The fields whose answers stand in the front matter. */
    public List<String> frontMatter() {
        return header.frontMatter();
    }

    /** What must be there, or no document is written. */
    public Set<SourcePart> needs() {
        return header.needs();
    }

    public boolean asksModel() {
        return !fields().isEmpty();
    }

    /** Whether a part has to be looked for: because it is shown, needed, or read by the model. */
    public boolean uses(SourcePart part) {
        return asksModel()
                || needs().contains(part)
                || switch (part) {
                    case PAGE -> true;
                    case SLIDES -> mentions("slides") || mentions("slide_list") || mentions("documents");
                    case TRANSCRIPT ->
                        Stream.of("chapters", "chapter_list", "transcript", "passages")
                                .anyMatch(this::mentions);
                };
    }

    /** Whether a variable stands in the body at all. */
    public boolean mentions(String variable) {
        return body.mentioned().contains(variable);
    }

    /** Whether a variable is shown other than in place of an answer that is missing. */
    public boolean shows(String variable) {
        return body.shown().contains(variable);
    }

    /**
     * The body with these values.
     *
     * @param values one for each of {@link Variables#names}, each field, and {@link Variables#LABELS}: texts, lists of texts, maps of
     *     texts, lists of those. All of it stands in the document as it is, so it must be Markdown already
     * @throws DocumentTooLongException if it were more than 16 Mi characters
     */
    public String render(Map<String, Object> values) throws DocumentTooLongException {
        return body.render(values);
    }
}
