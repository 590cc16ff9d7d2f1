/** Templates of documents: their file format, validation and rendering. */
@NullMarked
package io.eventjobs.template;

import org.jspecify.annotations.NullMarked;
