/** What failed though no person made it fail, and messages that nobody could read: kept until somebody decides. */
@NullMarked
package io.eventjobs.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
