/** What a tenant may have and do: requests in a time, unfinished jobs, stored bytes. */
@NullMarked
package io.eventjobs.gateway.quota;

import org.jspecify.annotations.NullMarked;
