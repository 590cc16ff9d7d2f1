/** What is done to whole batches: pause, archive, fail, cancel, delete, restart. */
@NullMarked
package io.eventjobs.gateway.batch;

import org.jspecify.annotations.NullMarked;
