/** Serves the files of winners. */
@NullMarked
package io.eventjobs.gateway.files;

import org.jspecify.annotations.NullMarked;
