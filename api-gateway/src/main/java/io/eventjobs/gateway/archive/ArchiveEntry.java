package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.SessionTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A session in the index of an archive, taken from its results.
 *
 * @param language of its document, empty if unknown
 * @param path of its document in the archive, empty if there is none
 * @param order of its job in the batch
 */
record ArchiveEntry(
        String track,
        SessionTime time,
        String room,
        String title,
        List<String> speakers,
        String language,
        String path,
        int order) {
    static ArchiveEntry of(JobRecord job, String path) {
        Winner winner = job.outcome().winner();
        Map<String, Object> said = winner == null ? Map.of() : winner.results().metadata();
        String name = job.request().parameters() instanceof SessionParameters session
                ? session.session()
                : job.request().name();
        return new ArchiveEntry(
                Objects.requireNonNullElse(job.request().track(), ""),
                winner == null ? requested(job) : time(said),
                text(said, "room"),
                name,
                speakers(said),
                text(said, "language"),
                path,
                job.request().batchIndex());
    }

    ArchiveEntry at(SessionTime other) {
        return new ArchiveEntry(track, other, room, title, speakers, language, path, order);
    }

    private static SessionTime time(Map<String, Object> said) {
        return SessionTime.of(
                text(said, "day"), text(said, "date"), text(said, "start"), text(said, "end"), text(said, "time_zone"));
    }

    private static SessionTime requested(JobRecord job) {
        return job.request().parameters() instanceof SessionParameters session
                ? SessionTime.of(
                        Objects.requireNonNullElse(session.day(), ""),
                        "",
                        Objects.requireNonNullElse(session.starttime(), ""),
                        Objects.requireNonNullElse(session.endtime(), ""),
                        "")
                : SessionTime.UNKNOWN;
    }

    private static String text(Map<String, Object> said, String field) {
        return said.get(field) instanceof String text ? text.strip() : "";
    }

    private static List<String> speakers(Map<String, Object> said) {
        return said.get("speakers") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
