package io.eventjobs.template;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no template. The message says everything that is wrong with it. */
public final class InvalidTemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<TemplateError> errors;

    InvalidTemplateException(List<TemplateError> errors) {
        super(errors.stream().map(TemplateError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** Everything that is wrong, at least one thing. */
    public List<TemplateError> errors() {
        return errors;
    }
}
