/** What gateways tell this worker. */
@NullMarked
package io.eventjobs.worker.control;

import org.jspecify.annotations.NullMarked;
