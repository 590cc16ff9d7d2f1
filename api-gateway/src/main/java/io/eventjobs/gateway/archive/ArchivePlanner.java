package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides from the jobs' records what is in the ZIP of a batch or an event; the object store is not asked. */
@Service
class ArchivePlanner {
    /** Changes with anything in the bytes that does not follow from the files. */
    private static final String LAYOUT = "zip1-";

    private static final int JOBS_AT_ONCE = 200;

    private final JobRecords jobs;

    ArchivePlanner(JobRecords jobs) {
        this.jobs = jobs;
    }

    /** Whether there is anything to download. */
    boolean isReady(ArchiveScope scope) {
        return !list(scope, JobStatus.COMPLETED, null, 1).isEmpty();
    }

    /** The ZIP of all completed jobs. */
    ArchivePlan plan(ArchiveScope scope) {
        List<ArchiveFile> files = new ArrayList<>();
        ArchivePaths paths = new ArchivePaths();
        StringBuilder sums = new StringBuilder();
        List<ArchiveEntry> rows = new ArrayList<>();
        List<JobRecord> some = list(scope, JobStatus.COMPLETED, null, JOBS_AT_ONCE);
        while (!some.isEmpty()) {
            for (JobRecord job : some) {
                rows.add(add(job, paths, sums, files));
            }
            some = list(scope, JobStatus.COMPLETED, some.getLast(), JOBS_AT_ONCE);
        }
        List<JobRecord> failed = list(scope, JobStatus.FAILED, null, JOBS_AT_ONCE);
        add("README.md", ArchiveIndex.readme(scope, rows, failed), sums, files);
        add("index.md", ArchiveIndex.index(scope.title(), rows), sums, files);
        add("llms.txt", ArchiveIndex.llms(scope, rows), sums, files);
        files.add(new ArchiveFile.OfText("SHA256SUMS", sums.toString()));
        return new ArchivePlan(files, LAYOUT + Sha256.of(sums.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ArchiveEntry add(JobRecord job, ArchivePaths paths, StringBuilder sums, List<ArchiveFile> files) {
        Winner winner = job.outcome().winner();
        if (winner == null) {
            throw new IllegalStateException("completed job " + job.id() + " has no winner");
        }
        ExecutionPrefix prefix = winner.prefix(job.request().tenant(), job.id());
        JobResults results = winner.results();
        StoredFile markdown = results.markdown();
        String root = paths.rootOf(results);
        Stream.concat(Stream.ofNullable(markdown), results.assets().stream())
                .filter(file -> paths.isNew(root + file.path()))
                .forEach(file -> {
                    files.add(new ArchiveFile.OfJob(root, file, prefix, results.archive()));
                    sum(sums, file.sha256(), root + file.path());
                });
        return ArchiveEntry.of(job, markdown == null ? "" : root + markdown.path());
    }

    private static void add(String name, String text, StringBuilder sums, List<ArchiveFile> files) {
        files.add(new ArchiveFile.OfText(name, text));
        sum(sums, Sha256.of(text.getBytes(StandardCharsets.UTF_8)), name);
    }

    /** As sha256sum writes and checks it. */
    private static void sum(StringBuilder sums, String sha256, String path) {
        sums.append(sha256).append("  ").append(path).append('\n');
    }

    private List<JobRecord> list(ArchiveScope scope, JobStatus status, @Nullable JobRecord last, int limit) {
        return jobs.inOrder(scope.jobs(), status, last, limit);
    }
}
