package io.eventjobs.template;

/**
 * What a template asks a language model for.
 *
 * @param name by which its body shows the answer
 * @param question in words, for the model
 * @param isRequired whether there shall be no document without it
 */
public record TemplateField(String name, FieldType type, String question, boolean isRequired) {}
