/** What a worker tells the gateways. */
@NullMarked
package io.eventjobs.worker.report;

import org.jspecify.annotations.NullMarked;
