package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of the console ask the database for beyond what the API does. */
class ConsoleQueriesTest {
    private Records records;

    @BeforeEach
    void start() throws InterruptedException {
        records = Records.empty();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void countsTheJobsOfABatchByTrack() {
        records.jobs().insertMissing(List.of(Jobs.pendingInBatch(0), Jobs.pendingInBatch(1)));
        records.jobs().insert(Jobs.pending());
        String track = String.valueOf(Jobs.pending().request().track());

        assertThat(new BatchTracks(records.mongo()).of(Jobs.BATCH))
                .containsExactly(new BatchTracks.Track(track, StateCounts.allPending(2)));
    }

    @Test
    void tellsWhenJobsFinishedLately() {
        JobRecord completed = Jobs.completed();
        records.jobs().insert(completed);
        records.jobs().insert(Jobs.pending());
        FinishedJobs finished = new FinishedJobs(records.mongo());

        assertThat(finished.since(JobStatus.COMPLETED, Jobs.NOW.minus(Duration.ofMinutes(1)), 10))
                .containsExactly(completed.state().times().updatedAt());
        assertThat(finished.since(JobStatus.COMPLETED, Jobs.NOW.plus(Duration.ofHours(1)), 10))
                .isEmpty();
        assertThat(finished.since(JobStatus.FAILED, Jobs.NOW.minus(Duration.ofMinutes(1)), 10))
                .isEmpty();
    }

    @Test
    void namesEventsAndTracksOfATenantOnly() {
        records.jobs().insert(Jobs.pending());
        String event = String.valueOf(Jobs.pending().request().event());
        EventNames names = new EventNames(records.mongo());

        assertThat(names.events(Jobs.TENANT)).containsExactly(event);
        assertThat(names.tracks(Jobs.TENANT, event))
                .containsExactly(String.valueOf(Jobs.pending().request().track()));
        assertThat(names.events(new TenantId("stranger"))).isEmpty();
    }

    @Test
    void findsCompletedSessionsByEachWord() {
        JobRecord completed = Jobs.completed();
        records.jobs().insert(completed);
        records.jobs().insert(Jobs.pending());
        String name = completed.request().name();
        String word = name.substring(name.lastIndexOf(' ') + 1);

        assertThat(search(null)).containsExactly(completed.id());
        assertThat(search(word.toUpperCase(Locale.ROOT) + " " + name.substring(0, 2)))
                .containsExactly(completed.id());
        assertThat(search(word + " elsewhere")).isEmpty();
        assertThat(search(".*")).isEmpty();
    }

    @Test
    void findsSessionsByWordsOfAbstractEventTrackAndSpeakersTogether() {
        JobRecord talk =
                Jobs.completedWith(Map.of("abstract", "How a beaver builds dams", "speakers", List.of("Ada Example")));
        records.jobs().insert(talk);

        assertThat(search("BEAVER ada " + talk.request().track() + " "
                        + talk.request().event()))
                .containsExactly(talk.id());
        assertThat(search("beaver otter")).isEmpty();
    }

    private List<JobId> search(@Nullable String text) {
        LibrarySearch.Query query = new LibrarySearch.Query(Jobs.TENANT, null, null, text);
        return new LibrarySearch(records.mongo())
                .newest(query, null, 10).stream().map(JobRecord::id).toList();
    }
}
