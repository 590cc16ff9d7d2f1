package io.eventjobs.template;

/**
 * A field of a template, which a language model answers.
 *
 * @param name name of the variable that holds the answer
 * @param question the question for the model
 * @param isRequired whether the job fails without an answer
 */
public record TemplateField(String name, FieldType type, String question, boolean isRequired) {}
