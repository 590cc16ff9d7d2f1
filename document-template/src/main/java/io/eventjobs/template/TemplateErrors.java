package io.eventjobs.template;

import java.util.ArrayList;
import java.util.List;

/** Collects the errors of a template, up to a maximum that a person wants to read at once. */
final class TemplateErrors {
    private static final int MAX_ERRORS = 10;

    private final List<TemplateError> errors = new ArrayList<>();

    /** Adds an error of the file as a whole. */
    void add(String message) {
        add(0, message);
    }

    void add(int line, String message) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new TemplateError(line, message));
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void throwIfAny() throws InvalidTemplateException {
        if (!errors.isEmpty()) {
            throw new InvalidTemplateException(errors);
        }
    }
}
