/** Fetches of a session: once in a run, and again only what its host says has changed (docs/adr/0018). */
@NullMarked
package io.eventjobs.worker.session.fetch;

import org.jspecify.annotations.NullMarked;
