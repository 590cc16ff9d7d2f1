/** The one shape of every error response of the HTTP API, and the catalogue of error codes. */
@NullMarked
package io.eventjobs.gateway.error;

import org.jspecify.annotations.NullMarked;
