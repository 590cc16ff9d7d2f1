/** Deletes stored objects and records that nothing refers to any more, but never those of a winner. */
@NullMarked
package io.eventjobs.gateway.sweep;

import org.jspecify.annotations.NullMarked;
