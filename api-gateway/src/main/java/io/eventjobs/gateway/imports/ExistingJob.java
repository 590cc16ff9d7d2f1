package io.eventjobs.gateway.imports;

import org.jspecify.annotations.Nullable;

/**
 * A job that the gateway has for a session of the event.
 *
 * @param revision revision of the session that it was created from; null if it was not created by an import
 */
public record ExistingJob(Key key, String id, @Nullable String revision) {
    /**
     * Identifies a session and its language. The page's address suffices, unless several talks share the page.
     *
     * @param session title
     * @param start time of day, empty if unknown
     */
    public record Key(String page, String language, String session, String start) {
        /** Without what may change while the talk stays the same. */
        public Key ofPage() {
            return new Key(page, language, "", "");
        }

        Key ofTitle() {
            return new Key(page, language, session, "");
        }
    }
}
