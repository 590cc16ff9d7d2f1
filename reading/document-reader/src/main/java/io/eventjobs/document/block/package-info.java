/** The common model for the text of all document formats, and its Markdown. */
@NullMarked
package io.eventjobs.document.block;

import org.jspecify.annotations.NullMarked;
