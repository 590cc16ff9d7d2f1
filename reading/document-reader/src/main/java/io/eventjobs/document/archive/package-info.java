/** Archives of untrusted origin. */
@NullMarked
package io.eventjobs.document.archive;

import org.jspecify.annotations.NullMarked;
