package io.eventjobs.page.extraction;

/** How readily an element is dropped because of its name alone. */
enum Strictness {
    NAMES_COUNT,
    NAMES_IGNORED
}
