package io.eventjobs.gateway.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a schedule to submit, and how.
 *
 * @param event name of the event, for all jobs
 * @param language target language of the documents; null for the gateway's default
 * @param tracks names of the tracks, case-insensitive; empty for all
 * @param scheduleUrl the schedule that workers read details of the sessions from; null for none
 * @param pages pattern of the pages of sessions without an address, with {@code {id}}, {@code {code}} or {@code {slug}}; null for none
 */
public record ImportRequest(
        String event,
        @Nullable String language,
        List<String> tracks,
        @Nullable String scheduleUrl,
        @Nullable String pages) {
    public ImportRequest {
        tracks = List.copyOf(tracks);
    }
}
