/** Text and addresses as they may stand in Markdown: what a source says is shown, never obeyed. */
@NullMarked
package io.eventjobs.markdown;

import org.jspecify.annotations.NullMarked;
