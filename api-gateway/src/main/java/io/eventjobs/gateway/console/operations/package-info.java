/** The pages of workers and of the audit log, and the switch of the queue. */
@NullMarked
package io.eventjobs.gateway.console.operations;

import org.jspecify.annotations.NullMarked;
