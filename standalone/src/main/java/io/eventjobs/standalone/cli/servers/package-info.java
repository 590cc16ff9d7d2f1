/** Commands that run servers until they are stopped: the whole system, its services, a gateway, a worker, a broker. */
@NullMarked
package io.eventjobs.standalone.cli.servers;

import org.jspecify.annotations.NullMarked;
