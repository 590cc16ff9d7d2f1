/** The format of all error responses of the HTTP API, and the catalogue of error codes. */
@NullMarked
package io.eventjobs.gateway.error;

import org.jspecify.annotations.NullMarked;
