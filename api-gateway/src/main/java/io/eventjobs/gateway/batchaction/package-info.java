/** Actions on whole batches: pause, archive, fail, cancel, delete, restart. */
@NullMarked
package io.eventjobs.gateway.batchaction;

import org.jspecify.annotations.NullMarked;
