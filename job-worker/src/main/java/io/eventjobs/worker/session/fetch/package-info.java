/** Fetches pages and files through a cache: once in a run, and again only if their host says they have changed (docs/adr/0018). */
@NullMarked
package io.eventjobs.worker.session.fetch;

import org.jspecify.annotations.NullMarked;
