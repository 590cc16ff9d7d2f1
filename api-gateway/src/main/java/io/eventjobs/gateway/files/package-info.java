/** Serves the files of winning executions. */
@NullMarked
package io.eventjobs.gateway.files;

import org.jspecify.annotations.NullMarked;
