/** Escapes text and addresses of untrusted origin for Markdown, and extracts plain text from Markdown. */
@NullMarked
package io.eventjobs.markdown;

import org.jspecify.annotations.NullMarked;
