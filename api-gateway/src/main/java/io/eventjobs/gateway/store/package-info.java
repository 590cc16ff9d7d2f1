/** The object store, as the gateway reaches it. */
@NullMarked
package io.eventjobs.gateway.store;

import org.jspecify.annotations.NullMarked;
