/** Actions on single jobs: cancel, delete, restart. */
@NullMarked
package io.eventjobs.gateway.jobaction;

import org.jspecify.annotations.NullMarked;
