package io.eventjobs.template;

import java.util.List;

/** A text that is no template. The message says everything that is wrong with it. */
public final class InvalidTemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTemplateException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
