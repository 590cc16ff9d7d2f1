/** ZIPs of jobs and batches. */
@NullMarked
package io.eventjobs.gateway.archive;

import org.jspecify.annotations.NullMarked;
