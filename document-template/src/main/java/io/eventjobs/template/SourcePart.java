package io.eventjobs.template;

import java.util.Locale;

/** A part of a session that a document is made of. */
public enum SourcePart {
    PAGE,
    SLIDES,
    TRANSCRIPT;

    /** As it is called in a template. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
