/** Files that clients send for their jobs, instead of an address where they are. */
@NullMarked
package io.eventjobs.gateway.upload;

import org.jspecify.annotations.NullMarked;
