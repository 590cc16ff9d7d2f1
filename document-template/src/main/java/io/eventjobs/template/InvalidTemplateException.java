package io.eventjobs.template;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no template. The message says everything that is wrong with it. */
public final class InvalidTemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<TemplateFault> faults;

    InvalidTemplateException(List<TemplateFault> faults) {
        super(faults.stream().map(TemplateFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, at least one thing. */
    public List<TemplateFault> faults() {
        return faults;
    }
}
