/** The layout of the object store: names, keys, the manifest of an execution. */
@NullMarked
package io.eventjobs.model.artifact;

import org.jspecify.annotations.NullMarked;
