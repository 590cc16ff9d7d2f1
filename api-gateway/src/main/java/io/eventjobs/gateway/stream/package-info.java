/** Live updates: server-sent events of a job, a batch, or everything, resumable at any gateway. */
@NullMarked
package io.eventjobs.gateway.stream;

import org.jspecify.annotations.NullMarked;
