/** Pictures of a page's main content: detected by their first bytes, named for the bundle, linked in the text. */
@NullMarked
package io.eventjobs.worker.session.picture;

import org.jspecify.annotations.NullMarked;
