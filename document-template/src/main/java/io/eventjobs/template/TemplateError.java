package io.eventjobs.template;

/**
 * Something that is wrong with the file of a template.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param message what is wrong, in words
 */
public record TemplateError(int line, String message) {
    /** With its place, for people. */
    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
