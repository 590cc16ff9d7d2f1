/** The load test of a gateway: accept alone, drain alone, a steady rate. */
@NullMarked
package io.eventjobs.standalone.cli.load;

import org.jspecify.annotations.NullMarked;
