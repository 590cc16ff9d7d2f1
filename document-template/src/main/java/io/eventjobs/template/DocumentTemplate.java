package io.eventjobs.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A valid template: the fields that a language model is asked for, and the body that renders them with everything else. Thread-safe. */
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

    /** The template's purpose, at most 300 characters. */
    public String description() {
        return header.description();
    }

    /** What a language model is asked for, in the order of the template; empty if no model is needed. */
    public List<TemplateField> fields() {
        return header.fields();
    }

    /** The names of the fields whose answers are part of the front matter. */
    public List<String> frontMatter() {
        return header.frontMatter();
    }

    /** The parts without which no document is written. */
    public Set<SourcePart> needs() {
        return header.needs();
    }

    public boolean asksModel() {
        return !fields().isEmpty();
    }

    /** Whether a part has to be fetched: because it is rendered, needed, or read by the model. */
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

    /** Whether the body uses a variable at all. */
    public boolean mentions(String variable) {
        return body.mentioned().contains(variable);
    }

    /** Whether the body uses a variable other than as a substitute for a missing answer. */
    public boolean shows(String variable) {
        return body.shown().contains(variable);
    }

    /**
     * Renders the body.
     *
     * @param values a value for each of {@link Variables#names}, each field, and {@link Variables#LABELS}: strings, lists of strings,
     *     maps of strings, lists of such maps. They are rendered verbatim, so they must be Markdown already
     * @throws DocumentTooLongException if the document would have more than 16 Mi characters
     */
    public String render(Map<String, Object> values) throws DocumentTooLongException {
        return body.render(values);
    }
}
