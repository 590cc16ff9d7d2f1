/** Operators create, list, rotate and revoke API keys. */
@NullMarked
package io.eventjobs.gateway.keyaction;

import org.jspecify.annotations.NullMarked;
