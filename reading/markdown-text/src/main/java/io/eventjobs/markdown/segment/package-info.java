/** Divides Markdown into segments that can be translated without their markup. */
@NullMarked
package io.eventjobs.markdown.segment;

import org.jspecify.annotations.NullMarked;
