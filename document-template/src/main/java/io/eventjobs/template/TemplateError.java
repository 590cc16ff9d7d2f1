package io.eventjobs.template;

/**
 * An error in the file of a template.
 *
 * @param line line of the file, from 1; 0 for the file as a whole
 * @param message says what is wrong and what is allowed
 */
public record TemplateError(int line, String message) {
    /** The message, with its line if there is one. */
    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
