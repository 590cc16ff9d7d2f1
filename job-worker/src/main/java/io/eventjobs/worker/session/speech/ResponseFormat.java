package io.eventjobs.worker.session.speech;

import java.util.Locale;
import java.util.Optional;

/** In which form a service is asked to answer; with times first, for not every service has every form. */
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

    /** What to ask for when this is refused. */
    Optional<ResponseFormat> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
