package io.eventjobs.gateway.console.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be submitted, shown to a person before anything is.
 *
 * @param source what was read: a format of schedules, {@code table} or {@code list of addresses}
 * @param withoutPage titles of sessions that have no page and therefore no job
 * @param gone pages of earlier sessions that are no longer in the schedule
 * @param fault why it cannot be submitted as it is, null if it can
 */
record Proposal(
        String event,
        String source,
        List<Track> tracks,
        List<String> withoutPage,
        List<String> gone,
        List<String> warnings,
        @Nullable String fault) {
    /** All jobs that would be created. */
    public int jobs() {
        return tracks.stream()
                .mapToInt(track -> track.fresh() + track.changed())
                .sum();
    }

    Proposal with(String foundFault) {
        return new Proposal(event, source, tracks, withoutPage, gone, warnings, foundFault);
    }

    /** All batches that would be created. */
    List<Batch> batches() {
        return tracks.stream().flatMap(track -> track.batches().stream()).toList();
    }

    /** @param unchanged sessions that have a job already */
    record Track(String name, int fresh, int changed, int unchanged, List<Batch> batches) {
        public List<Map<String, Object>> sessions() {
            return batches.stream().flatMap(batch -> batch.jobs().stream()).toList();
        }
    }

    /**
     * A batch as the API takes it.
     *
     * @param id null for one that the gateway chooses
     */
    record Batch(@Nullable String id, String name, List<Map<String, Object>> jobs) {}
}
