package io.eventjobs.gateway.template;

import io.eventjobs.template.TemplateFile;

/** What a name of a template leads to. */
public sealed interface TemplateChoice {
    /** One that every worker has. */
    record BuiltIn() implements TemplateChoice {}

    /** One that the workers have to be given. */
    record Own(TemplateFile text) implements TemplateChoice {}

    /**
     * None that a job can be written with.
     *
     * @param reason to go on the name of the field
     */
    record Refused(String reason) implements TemplateChoice {}
}
