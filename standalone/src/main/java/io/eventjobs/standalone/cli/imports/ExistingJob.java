package io.eventjobs.standalone.cli.imports;

import org.jspecify.annotations.Nullable;

/**
 * A job that there is for a session of the event.
 *
 * @param revision the state that it was made from; null if no import made it
 */
public record ExistingJob(Key key, String id, @Nullable String revision) {
    /** The same page, wanted in the same language, is the same session. */
    public record Key(String page, String language) {}
}
