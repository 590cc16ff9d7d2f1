/** Projection: turns workers' reports into transitions of jobs. */
@NullMarked
package io.eventjobs.gateway.projection;

import org.jspecify.annotations.NullMarked;
