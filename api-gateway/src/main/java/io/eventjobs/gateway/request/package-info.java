/** Bounds of requests: how long a head may take, how fast a body must come, and how much memory all bodies may hold. */
@NullMarked
package io.eventjobs.gateway.request;

import org.jspecify.annotations.NullMarked;
