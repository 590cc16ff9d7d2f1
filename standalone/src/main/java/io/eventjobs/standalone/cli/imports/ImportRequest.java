package io.eventjobs.standalone.cli.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a schedule is wanted, and how.
 *
 * @param event the name that jobs get
 * @param language that documents are wanted in; null for the gateway's default
 * @param tracks names of those wanted, in any case; empty for all
 * @param scheduleUrl that workers complete the sessions from; null for none
 * @param pages where sessions without an address have their pages, with {@code {id}}, {@code {code}} or {@code {slug}} in it
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
