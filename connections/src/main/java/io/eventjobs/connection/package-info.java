/** Why a service refuses this process, in words for the operator. */
@NullMarked
package io.eventjobs.connection;

import org.jspecify.annotations.NullMarked;
