package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes the ZIP of a batch or an event while it is sent: one file at a time from the object store, so memory use is independent of its
 * size. The same results give the same bytes.
 */
@Service
class ArchiveWriter {
    /** A local time without zone, since an instant would be written differently depending on the gateway's zone. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int JOBS_AT_ONCE = 200;

    private final JobRecords jobs;
    private final ArtifactStore store;

    ArchiveWriter(JobRecords jobs, ArtifactStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    /** Whether there is anything to download. */
    boolean isReady(ArchiveScope scope) {
        return !list(scope, JobStatus.COMPLETED, null, 1).isEmpty();
    }

    /** Writes the whole ZIP; on failure the stream has no end record, so that clients notice. */
    void write(ArchiveScope scope, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ArchivePaths paths = new ArchivePaths();
        StringBuilder sums = new StringBuilder();
        List<ArchiveEntry> rows = new ArrayList<>();
        List<JobRecord> some = list(scope, JobStatus.COMPLETED, null, JOBS_AT_ONCE);
        while (!some.isEmpty()) {
            for (JobRecord job : some) {
                rows.add(add(job, paths, sums, zip));
            }
            some = list(scope, JobStatus.COMPLETED, some.getLast(), JOBS_AT_ONCE);
        }
        List<JobRecord> failed = list(scope, JobStatus.FAILED, null, JOBS_AT_ONCE);
        text(zip, sums, "README.md", ArchiveIndex.readme(scope, rows, failed));
        text(zip, sums, "index.md", ArchiveIndex.index(scope.title(), rows));
        text(zip, sums, "llms.txt", ArchiveIndex.llms(scope, rows));
        text(zip, new StringBuilder(), "SHA256SUMS", sums.toString());
        zip.finish();
    }

    private ArchiveEntry add(JobRecord job, ArchivePaths paths, StringBuilder sums, ZipOutputStream zip)
            throws IOException {
        Winner winner = job.outcome().winner();
        if (winner == null) {
            throw new IllegalStateException("completed job " + job.id() + " has no winner");
        }
        ExecutionPrefix prefix = winner.prefix(job.request().tenant(), job.id());
        StoredFile markdown = winner.results().markdown();
        String root = paths.rootOf(winner.results());
        if (markdown != null && paths.isNew(root + markdown.path())) {
            copy(zip, root + markdown.path(), prefix.key(markdown.path()), markdown);
            sum(sums, markdown.sha256(), root + markdown.path());
        }
        for (StoredFile asset : winner.results().assets()) {
            if (paths.isNew(root + asset.path())) {
                copy(zip, root + asset.path(), prefix.key(asset.path()), asset);
                sum(sums, asset.sha256(), root + asset.path());
            }
        }
        return ArchiveEntry.of(job, markdown == null ? "" : root + markdown.path());
    }

    private void copy(ZipOutputStream zip, String name, String key, StoredFile file) throws IOException {
        try (InputStream content = store.open(key)) {
            zip.putNextEntry(entry(name));
            long bytes = content.transferTo(zip);
            if (bytes != file.bytes()) {
                throw new IOException("object " + key + " has " + bytes + " bytes, not " + file.bytes());
            }
            zip.closeEntry();
        }
    }

    private List<JobRecord> list(ArchiveScope scope, JobStatus status, @Nullable JobRecord last, int limit) {
        return jobs.inOrder(scope.jobs(), status, last, limit);
    }

    private static void text(ZipOutputStream zip, StringBuilder sums, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
        sum(sums, Sha256.of(bytes), name);
    }

    /** As sha256sum writes and checks it. */
    private static void sum(StringBuilder sums, String sha256, String path) {
        sums.append(sha256).append("  ").append(path).append('\n');
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
