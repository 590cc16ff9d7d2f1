/** What a job leaves in the object store: names, keys, the manifest. */
@NullMarked
package io.eventjobs.model.artifact;

import org.jspecify.annotations.NullMarked;
