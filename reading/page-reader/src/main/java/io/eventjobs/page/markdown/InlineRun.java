package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;

/**
 * A part of a line in one style.
 *
 * @param text text of the page, or Markdown if {@code raw}
 * @param raw whether the text is Markdown already
 */
record InlineRun(String text, boolean raw, Style style) {
    String markdown(String after) {
        return raw ? text : Escape.text(text, after);
    }

    boolean isBlank() {
        return !raw && text.isBlank();
    }
}
