package io.eventjobs.worker.session.speech;

import java.util.Locale;
import java.util.Optional;

/** The format in which a service is asked to respond; those with times first, as not every service has every format. */
enum ResponseFormat {
    VERBOSE_JSON,
    VTT,
    JSON,
    TEXT;

    static final ResponseFormat FIRST = VERBOSE_JSON;

    /** The value of {@code response_format}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format to ask for if this one is refused. */
    Optional<ResponseFormat> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
