/** Escapes text and addresses of untrusted origin for Markdown, and reads the words of Markdown. */
@NullMarked
package io.eventjobs.markdown;

import org.jspecify.annotations.NullMarked;
