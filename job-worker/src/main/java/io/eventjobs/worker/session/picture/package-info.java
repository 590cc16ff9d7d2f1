/** Pictures of a page's main content: what a file is by its first bytes, what it is called in the bundle, where it is linked. */
@NullMarked
package io.eventjobs.worker.session.picture;

import org.jspecify.annotations.NullMarked;
