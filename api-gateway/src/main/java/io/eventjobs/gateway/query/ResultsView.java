package io.eventjobs.gateway.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results of a job. The address of a file is {@code /api/event-job/files} followed by the file's own path, which starts with a slash.
 *
 * @param timings durations of the steps of the execution that produced the results, in order
 * @param usage model usage of that execution
 */
public record ResultsView(
        @Nullable String markdownFile,
        @Nullable String markdownUrl,
        @Nullable String archiveFile,
        @Nullable String archiveUrl,
        List<AssetView> assets,
        Map<String, Object> metadata,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EffortView.TimingView> timings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EffortView.UsageView> usage) {
    private static final String FILES = "/api/event-job/files";

    public static @Nullable ResultsView of(JobRecord job) {
        Winner winner = job.outcome().winner();
        if (winner == null) {
            return null;
        }
        JobResults results = winner.results();
        Effort effort = effort(job, winner);
        return new ResultsView(
                path(job.id(), results.markdown()),
                url(job.id(), results.markdown()),
                path(job.id(), results.archive()),
                url(job.id(), results.archive()),
                results.assets().stream()
                        .map(asset -> AssetView.of(job.id(), asset))
                        .toList(),
                results.metadata(),
                results.warnings(),
                EffortView.timings(effort),
                EffortView.usage(effort));
    }

    private static @Nullable Effort effort(JobRecord job, Winner winner) {
        return job.outcome().executions().stream()
                .filter(entry -> entry.execution().equals(winner.execution()))
                .findFirst()
                .map(ExecutionEntry::effort)
                .orElse(null);
    }

    private static @Nullable String path(JobId job, @Nullable StoredFile file) {
        return file == null ? null : "/" + job + "/" + file.path();
    }

    private static @Nullable String url(JobId job, @Nullable StoredFile file) {
        String path = path(job, file);
        return path == null
                ? null
                : FILES
                        + Arrays.stream(path.split("/", -1))
                                .map(ResultsView::encoded)
                                .collect(Collectors.joining("/"));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A file that the document links to. */
    public record AssetView(String path, String url, String contentType, long bytes, String sha256) {
        static AssetView of(JobId job, StoredFile file) {
            return new AssetView(
                    "/" + job + "/" + file.path(),
                    String.valueOf(ResultsView.url(job, file)),
                    file.contentType(),
                    file.bytes(),
                    file.sha256());
        }
    }
}
