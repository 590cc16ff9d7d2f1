/** The OpenAPI description of the HTTP API. */
@NullMarked
package io.eventjobs.gateway.openapi;

import org.jspecify.annotations.NullMarked;
