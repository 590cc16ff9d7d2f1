/** Files that clients upload for their jobs. */
@NullMarked
package io.eventjobs.gateway.upload;

import org.jspecify.annotations.NullMarked;
