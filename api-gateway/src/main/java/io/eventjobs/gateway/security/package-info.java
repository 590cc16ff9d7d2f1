/** Authentication: API keys, tenants, roles. */
@NullMarked
package io.eventjobs.gateway.security;

import org.jspecify.annotations.NullMarked;
