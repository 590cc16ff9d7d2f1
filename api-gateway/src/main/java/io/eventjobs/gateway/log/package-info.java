/** The words by which log lines of the gateway can be searched. */
@NullMarked
package io.eventjobs.gateway.log;

import org.jspecify.annotations.NullMarked;
