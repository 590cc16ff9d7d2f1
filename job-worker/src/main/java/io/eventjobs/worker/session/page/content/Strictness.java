package io.eventjobs.worker.session.page.content;

/** How readily an element is left out for its name alone. */
enum Strictness {
    NAMES_COUNT,
    NAMES_IGNORED
}
