package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadyQueueTest {
    private final ReadyQueue ready = new ReadyQueue();

    @Test
    void aHigherPriorityGoesFirstWhateverItsBatch() {
        ready.add(job("a", "big", 0, 5));
        ready.add(job("a", "big", 1, 5));
        ready.add(job("a", "urgent", 0, 9));

        assertThat(names(ready.take(2, entry -> Admission.Decision.ADMITTED))).containsExactly("a-urgent-0", "a-big-0");
    }

    @Test
    void batchesOfATenantTakeTurns() {
        for (int i = 0; i < 3; i++) {
            ready.add(job("a", "big", i, 5));
        }
        ready.add(job("a", "small", 0, 5));

        assertThat(names(ready.take(3, entry -> Admission.Decision.ADMITTED)))
                .containsExactly("a-big-0", "a-small-0", "a-big-1");
    }

    @Test
    void tenantsTakeTurnsHoweverManyBatchesOneHas() {
        ready.add(job("a", "one", 0, 5));
        ready.add(job("a", "two", 0, 5));
        ready.add(job("a", "three", 0, 5));
        ready.add(job("b", "only", 0, 5));
        ready.add(job("b", "only", 1, 5));

        assertThat(names(ready.take(4, entry -> Admission.Decision.ADMITTED)))
                .containsExactly("a-one-0", "b-only-0", "a-two-0", "b-only-1");
    }

    @Test
    void turnsGoOnWhereTheyStood() {
        ready.add(job("a", "one", 0, 5));
        ready.add(job("a", "one", 1, 5));
        ready.add(job("a", "two", 0, 5));

        List<String> oneByOne = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            oneByOne.addAll(names(ready.take(1, entry -> Admission.Decision.ADMITTED)));
        }
        assertThat(oneByOne).containsExactly("a-one-0", "a-two-0", "a-one-1");
    }

    @Test
    void aClosedLaneIsPassedOverAndStays() {
        ready.add(job("a", "paused", 0, 9));
        ready.add(job("a", "active", 0, 1));

        assertThat(names(ready.take(
                        5,
                        entry -> entry.place().lane().endsWith("paused")
                                ? Admission.Decision.LANE_CLOSED
                                : Admission.Decision.ADMITTED)))
                .containsExactly("a-active-0");
        assertThat(ready.size()).isEqualTo(1);
    }

    @Test
    void aHostWithoutRoomKeepsBackItsOwnJobsOnly() {
        ready.add(job("a", "big", 0, 5, "full.example"));
        ready.add(job("a", "big", 1, 5, "full.example"));
        ready.add(job("a", "big", 2, 5, "free.example"));
        ready.add(job("a", "big", 3, 5));

        List<OpenJob> taken = ready.take(
                9,
                entry -> "full.example".equals(entry.place().host())
                        ? Admission.Decision.HOST_CLOSED
                        : Admission.Decision.ADMITTED);

        assertThat(names(taken)).containsExactly("a-big-2", "a-big-3");
        assertThat(ready.size()).isEqualTo(2);
    }

    @Test
    void jobsOfManyHostsGoInTheOrderOfTheirBatch() {
        ready.add(job("a", "big", 2, 5, "one.example"));
        ready.add(job("a", "big", 0, 5, "one.example"));
        ready.add(job("a", "big", 1, 5, "two.example"));
        ready.add(job("a", "big", 3, 5, "two.example"));

        assertThat(names(ready.take(9, entry -> Admission.Decision.ADMITTED)))
                .containsExactly("a-big-0", "a-big-1", "a-big-2", "a-big-3");
    }

    @Test
    void aTenantsPriorityCountsAmongItsOwnJobsOnly() {
        for (int i = 0; i < 3; i++) {
            ready.add(job("a", "urgent", i, 9));
        }
        ready.add(job("b", "patient", 0, 1));

        assertThat(names(ready.take(2, entry -> Admission.Decision.ADMITTED)))
                .containsExactly("a-urgent-0", "b-patient-0");
    }

    @Test
    void aTenantWhoseHostIsClosedHoldsUpNoOther() {
        ready.add(job("a", "one", 0, 5, "full.example"));
        ready.add(job("b", "one", 0, 5, "free.example"));
        ready.add(job("b", "one", 1, 5, "full.example"));

        assertThat(names(ready.take(
                        9,
                        entry -> "full.example".equals(entry.place().host())
                                ? Admission.Decision.HOST_CLOSED
                                : Admission.Decision.ADMITTED)))
                .containsExactly("b-one-0");
    }

    /** While a tenant has waiting jobs, no other is taken more often than it, but for the one turn that is under way. */
    @Property
    void noTenantIsTakenMoreOftenThanOneThatWaits(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 9_999) Integer> jobs,
            @ForAll @IntRange(min = 1, max = 7) int atOnce) {
        ReadyQueue queue = new ReadyQueue();
        Map<String, Integer> waiting = new HashMap<>();
        for (int n : new HashSet<>(jobs)) {
            String tenant = "t" + n % 3 % 2;
            queue.add(job(tenant, "b" + n % 7, n, n % 10));
            waiting.merge(tenant, 1, Integer::sum);
        }
        Map<String, Integer> taken = new HashMap<>();
        while (queue.size() > 0) {
            for (OpenJob entry : queue.take(atOnce, each -> Admission.Decision.ADMITTED)) {
                String tenant = entry.place().tenant().value();
                taken.merge(tenant, 1, Integer::sum);
                waiting.merge(tenant, -1, Integer::sum);
                waiting.forEach((other, left) -> {
                    if (left > 0) {
                        assertThat(taken.get(tenant)).isLessThanOrEqualTo(taken.getOrDefault(other, 0) + 1);
                    }
                });
            }
        }
    }

    @Property
    void nothingIsLostOrTakenTwice(
            @ForAll @Size(max = 50) List<@IntRange(min = 0, max = 59) Integer> jobs,
            @ForAll @IntRange(min = 1, max = 7) int atOnce) {
        ReadyQueue queue = new ReadyQueue();
        HashSet<String> expected = new HashSet<>();
        for (int n : jobs) {
            OpenJob entry = job("t" + n % 2, "b" + n % 3, n, n % 4, n % 5 == 0 ? null : "host" + n % 5);
            queue.add(entry);
            expected.add(entry.id().value());
        }
        List<String> taken = new ArrayList<>();
        List<OpenJob> some = queue.take(atOnce, entry -> Admission.Decision.ADMITTED);
        while (!some.isEmpty()) {
            assertThat(some).hasSizeLessThanOrEqualTo(atOnce);
            taken.addAll(names(some));
            some = queue.take(atOnce, entry -> Admission.Decision.ADMITTED);
        }
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(queue.size()).isZero();
    }

    private static List<String> names(List<OpenJob> entries) {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    private static OpenJob job(String tenant, String batch, int index, int priority) {
        return job(tenant, batch, index, priority, null);
    }

    private static OpenJob job(String tenant, String batch, int index, int priority, @Nullable String host) {
        TenantId owner = new TenantId(tenant);
        return new OpenJob(
                new JobId(tenant + "-" + batch + "-" + index),
                1,
                JobStatus.PENDING,
                0,
                new OpenJob.Place(owner, new BatchKey(owner, new BatchId(batch)), index, host),
                new Priority(priority),
                JobType.SESSION,
                null,
                new OpenJob.Holding(null, OpenJob.Contact.UNKNOWN, true),
                0);
    }
}
