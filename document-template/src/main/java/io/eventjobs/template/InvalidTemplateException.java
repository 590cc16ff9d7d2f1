package io.eventjobs.template;

import java.util.List;
import java.util.stream.Collectors;

/** A file is not a valid template. The message lists the errors. */
public final class InvalidTemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<TemplateError> errors;

    InvalidTemplateException(List<TemplateError> errors) {
        super(errors.stream().map(TemplateError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** The errors, at least 1 and at most 10. */
    public List<TemplateError> errors() {
        return errors;
    }
}
