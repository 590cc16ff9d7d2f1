package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;

/**
 * A part of a line in one style.
 *
 * @param text words as the page has them, or Markdown that stands as it is
 * @param raw whether it is Markdown already
 */
record InlineRun(String text, boolean raw, Style style) {
    String markdown(String after) {
        return raw ? text : Escape.text(text, after);
    }

    boolean isBlank() {
        return !raw && text.isBlank();
    }
}
