package io.eventjobs.page.extraction;

/** How readily an element is left out for its name alone. */
enum Strictness {
    NAMES_COUNT,
    NAMES_IGNORED
}
