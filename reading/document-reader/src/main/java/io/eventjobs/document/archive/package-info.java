/** Archives of unknown origin. */
@NullMarked
package io.eventjobs.document.archive;

import org.jspecify.annotations.NullMarked;
