package io.eventjobs.standalone.cli.imports;

import org.jspecify.annotations.Nullable;

/**
 * A job that the gateway has for a session of the event.
 *
 * @param revision revision of the session that it was created from; null if it was not created by an import
 */
record ExistingJob(Key key, String id, @Nullable String revision) {
    /** Identifies a session and its language: the page's address and the target language. */
    record Key(String page, String language) {}
}
