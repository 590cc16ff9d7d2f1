package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.protocol.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Jobs that completed with files in an object store. */
final class ArchivedJobs {
    private final GatewayHarness gateway;
    private final InMemoryArtifactStore store = new InMemoryArtifactStore();

    ArchivedJobs(GatewayHarness gateway) {
        this.gateway = gateway;
    }

    InMemoryArtifactStore store() {
        return store;
    }

    /** The dispatched job completes with this document, its slides and what its page said. */
    void completes(JobId job, String markdown, Map<String, String> slides, Map<String, Object> said) {
        JobResults results = new JobResults(
                file(markdown, "# " + markdown),
                file("Closing.zip", "zip of " + markdown),
                slides.entrySet().stream()
                        .map(slide -> file(slide.getKey(), slide.getValue()))
                        .toList(),
                said,
                List.of());
        Report.Execution claim = gateway.claims(job, "x1");
        gateway.reports(new Report.Completed(claim, results, List.of()));
        put(job, markdown, "# " + markdown);
        put(job, "Closing.zip", "zip of " + markdown);
        slides.forEach((path, content) -> put(job, path, content));
    }

    void completes(JobId job, String markdown) {
        completes(job, markdown, Map.of(), Map.of());
    }

    /** The key of a file of the job's results. */
    String key(JobId job, String path) {
        JobRecord record = gateway.job(job);
        Winner winner = Objects.requireNonNull(record.outcome().winner());
        return winner.prefix(record.request().tenant(), job).key(path);
    }

    void put(JobId job, String path, String content) {
        store.put(key(job, path), content.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private static StoredFile file(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String type = path.endsWith(".zip") ? "application/zip" : "text/plain";
        return new StoredFile(path, type, bytes.length, Sha256.of(bytes));
    }
}
