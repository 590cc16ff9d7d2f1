/** The object store of the gateway. */
@NullMarked
package io.eventjobs.gateway.store;

import org.jspecify.annotations.NullMarked;
