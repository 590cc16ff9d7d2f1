/** What people do to single jobs: cancel, delete, start again. */
@NullMarked
package io.eventjobs.gateway.jobaction;

import org.jspecify.annotations.NullMarked;
