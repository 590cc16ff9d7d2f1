/** The one form of every error that a client of the HTTP API sees, and the catalogue of their codes. */
@NullMarked
package io.eventjobs.gateway.error;

import org.jspecify.annotations.NullMarked;
