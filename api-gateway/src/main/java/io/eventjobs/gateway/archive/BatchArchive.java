package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.gateway.record.Winner;
import io.eventjobs.model.artifact.ExecutionPrefix;
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
import org.bson.Document;
import org.springframework.stereotype.Service;

/**
 * The ZIP of a batch, written as it is sent: one file at a time from the object store, so memory stays flat however large it
 * is. The same batch gives the same bytes.
 */
@Service
class BatchArchive {
    /** Without a zone: as an instant it would be written differently where the gateway's zone is another. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int JOBS_AT_ONCE = 200;

    private final JobRecords jobs;
    private final ArtifactStore store;

    BatchArchive(JobRecords jobs, ArtifactStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    /** Whether there is anything to download. */
    boolean isReady(BatchRecord batch) {
        return !completed(batch, -1, 1).isEmpty();
    }

    /** Writes the whole ZIP; whatever fails in the middle leaves it without an end. */
    void write(BatchRecord batch, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ArchivePaths paths = new ArchivePaths();
        List<ArchiveEntry> rows = new ArrayList<>();
        List<JobRecord> some = completed(batch, -1, JOBS_AT_ONCE);
        while (!some.isEmpty()) {
            for (JobRecord job : some) {
                rows.add(add(job, paths, zip));
            }
            some = completed(batch, some.getLast().asked().batchIndex(), JOBS_AT_ONCE);
        }
        text(zip, "README.md", ArchiveIndex.readme(batch, failed(batch)));
        text(zip, "index.md", ArchiveIndex.index(batch.asked().name(), rows));
        zip.finish();
    }

    private ArchiveEntry add(JobRecord job, ArchivePaths paths, ZipOutputStream zip) throws IOException {
        Winner winner = job.outcome().winner();
        if (winner == null) {
            throw new IllegalStateException("completed job " + job.id() + " has no winner");
        }
        ExecutionPrefix prefix = winner.prefix(job.asked().tenant(), job.id());
        StoredFile markdown = winner.results().markdown();
        String root = paths.rootOf(winner.results());
        if (markdown != null) {
            copy(zip, root + markdown.path(), prefix.key(markdown.path()), markdown);
        }
        for (StoredFile asset : winner.results().assets()) {
            copy(zip, root + asset.path(), prefix.key(asset.path()), asset);
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

    private List<JobRecord> completed(BatchRecord batch, int afterIndex, int limit) {
        return list(batch, JobStatus.COMPLETED, afterIndex, limit);
    }

    private List<JobRecord> failed(BatchRecord batch) {
        return list(batch, JobStatus.FAILED, -1, JOBS_AT_ONCE);
    }

    private List<JobRecord> list(BatchRecord batch, JobStatus status, int afterIndex, int limit) {
        Document filter = new Document("batch", batch.key().toString())
                .append("status", status.word())
                .append("batch_index", new Document("$gt", afterIndex));
        return jobs.list(filter, new Document("batch_index", 1), limit);
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
