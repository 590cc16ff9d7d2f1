package io.eventjobs.gateway.template;

import io.eventjobs.template.TemplateFile;

/** The result of resolving a template name. */
public sealed interface TemplateChoice {
    /** A built-in template, which every worker has. */
    record BuiltIn() implements TemplateChoice {}

    /** A template that must be stored for the workers. */
    record Own(TemplateFile text) implements TemplateChoice {}

    /**
     * No usable template.
     *
     * @param reason continues a sentence that starts with the field's name
     */
    record Refused(String reason) implements TemplateChoice {}
}
