package io.eventjobs.template;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a template, as much of it as a person wants to read at once. */
final class Faults {
    private static final int MAX_COUNT = 10;

    private final List<TemplateFault> faults = new ArrayList<>();

    /** Of the file as a whole. */
    void add(String message) {
        add(0, message);
    }

    void add(int line, String message) {
        if (faults.size() < MAX_COUNT) {
            faults.add(new TemplateFault(line, message));
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    void refuseIfAny() throws InvalidTemplateException {
        if (!faults.isEmpty()) {
            throw new InvalidTemplateException(faults);
        }
    }
}
