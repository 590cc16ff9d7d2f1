/** The object store: its roles, and their implementation for S3. */
@NullMarked
package io.eventjobs.artifact;

import org.jspecify.annotations.NullMarked;
