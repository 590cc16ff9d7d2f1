/** How a document is written: templates, what they ask a language model for, and what must be true of them. */
@NullMarked
package io.eventjobs.template;

import org.jspecify.annotations.NullMarked;
