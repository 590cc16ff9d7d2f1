/** The object store: one role, and its adapter for S3. */
@NullMarked
package io.eventjobs.artifact;

import org.jspecify.annotations.NullMarked;
