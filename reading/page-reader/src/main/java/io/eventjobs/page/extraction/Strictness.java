package io.eventjobs.page.extraction;

/** How readily an element is dropped. */
enum Strictness {
    /** For its tag, its role or its name. */
    NAMES_COUNT,
    /** For its tag or its role. */
    NAMES_IGNORED,
    /** For the tags of navigation, footers and controls only. */
    FRAME_ONLY
}
