package io.eventjobs.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.UploadAddress;
import io.eventjobs.model.job.UploadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadSweepTest {
    private static final Duration KEEP = Duration.ofHours(24);

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final OwnedPartitions partitions = new OwnedPartitions(new ReportPartitions(1));
    private Records records;
    private UploadRecords uploads;
    private Instant now = Jobs.NOW;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        uploads = records.uploads();
        partitions.add(Set.of(0));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void takesAwayWhatNoJobNamedInTime() {
        UploadRecord upload = uploaded();
        sweepAfter(KEEP.minusSeconds(1));
        assertThat(isThere(upload)).isTrue();

        sweepAfter(Duration.ofSeconds(2));

        assertThat(isThere(upload)).isFalse();
        assertThat(uploads.find(upload.address().id())).isEmpty();
        assertThat(keeper().claim(Jobs.TENANT, upload.address())).isFalse();
    }

    @Test
    void keepsWhatAJobNamesHoweverOldAndThenAsLongAgain() {
        UploadRecord upload = uploaded();
        assertThat(keeper().claim(Jobs.TENANT, upload.address())).isTrue();
        JobRecord job = naming(upload);
        for (int days = 0; days < 5; days++) {
            sweepAfter(KEEP.plusSeconds(1));
            assertThat(isThere(upload)).isTrue();
        }

        records.jobs().purge(job);
        sweepAfter(KEEP.plusSeconds(1));

        assertThat(isThere(upload)).isFalse();
    }

    @Test
    void aJobThatIsAboutToBeStoredKeepsItsFileFromASweepThatHasLooked() {
        UploadRecord upload = uploaded();
        now = now.plus(KEEP).plusSeconds(1);
        UploadRecord seen = uploads.expired(now, 10).getFirst();

        assertThat(keeper().claim(Jobs.TENANT, upload.address())).isTrue();

        assertThat(uploads.store(seen, seen.with(false))).isEmpty();
        sweepAfter(Duration.ZERO);
        assertThat(isThere(upload)).isTrue();
    }

    @Test
    void goesOnWithWhatASweepLeftHalfDone() {
        UploadRecord upload = uploaded();
        uploads.store(upload, upload.with(false)).orElseThrow();
        assertThat(keeper().claim(Jobs.TENANT, upload.address())).isFalse();

        sweepAfter(KEEP.plusSeconds(1));

        assertThat(isThere(upload)).isFalse();
        assertThat(uploads.find(upload.address().id())).isEmpty();
    }

    @Test
    void whatAJobIsAboutToNameIsNotDeletedByHand() {
        UploadRecord upload = uploaded();
        keeper().claim(Jobs.TENANT, upload.address());
        UploadRecord claimed = uploads.find(upload.address().id()).orElseThrow();

        assertThat(removal().remove(claimed, now.plusSeconds(59))).isEqualTo(UploadRemoval.Outcome.NAMED);
        assertThat(removal().remove(upload, now.plusSeconds(59))).isEqualTo(UploadRemoval.Outcome.CHANGED);
        assertThat(isThere(upload)).isTrue();
        assertThat(removal().remove(claimed, now.plusSeconds(61))).isEqualTo(UploadRemoval.Outcome.GONE);
        assertThat(isThere(upload)).isFalse();
    }

    private void sweepAfter(Duration later) {
        now = now.plus(later);
        new UploadSweep(uploads, removal(), partitions, KEEP, clock()).run();
    }

    private UploadRemoval removal() {
        return new UploadRemoval(uploads, records.jobs(), store, KEEP);
    }

    private Uploads keeper() {
        return new Uploads(
                uploads, new UploadProperties(1_000, 8, 10, KEEP, null), new ConditionalUpdate(lost -> {}), clock());
    }

    private UploadRecord uploaded() {
        UploadId id = UploadId.at(now, UUID.randomUUID());
        UploadRecord upload = new UploadRecord(
                UploadAddress.of(id, "a.pdf"),
                Jobs.TENANT,
                1,
                new UploadRecord.File("a.pdf", "application/pdf", 1, "0".repeat(64)),
                true,
                false,
                now,
                now.plus(KEEP),
                null);
        uploads.insert(upload);
        store.put(upload.key(), new byte[] {1}, "application/pdf");
        return upload;
    }

    private JobRecord naming(UploadRecord upload) {
        SourceParameters parameters = new SourceParameters(
                JobType.DOCUMENT, upload.address().toString(), null, null, null, "a.md", "en", "en", true);
        JobRequest request = new JobRequest(Jobs.TENANT, null, 0, "job", parameters, Priority.NORMAL, now, null);
        JobRecord job = JobLifecycle.accepted(JobId.at(now, UUID.randomUUID()), request);
        records.jobs().insert(job);
        return job;
    }

    private boolean isThere(UploadRecord upload) {
        return Optional.of(upload.key()).flatMap(store::find).isPresent();
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
