/** The page of API keys. */
@NullMarked
package io.eventjobs.gateway.console.key;

import org.jspecify.annotations.NullMarked;
