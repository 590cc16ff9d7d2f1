/** API keys: their text, their stored form, and roles. No framework. */
@NullMarked
package io.eventjobs.gateway.key;

import org.jspecify.annotations.NullMarked;
