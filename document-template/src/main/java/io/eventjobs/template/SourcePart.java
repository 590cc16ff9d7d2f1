package io.eventjobs.template;

import java.util.Locale;

/** A part of a session that a document may need. */
public enum SourcePart {
    PAGE,
    SLIDES,
    TRANSCRIPT;

    /** The part's name in a template. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
