package io.eventjobs.gateway.hostlimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostQuota;
import io.eventjobs.gateway.host.HostQuotas;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.HostRecords;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.transition.CoalescedUpdates;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways that look after one job each other's, and one MongoDB. */
class HostLimiterTest {
    private static final String HOST = "example.org";
    private static final int PARALLEL = 3;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private Records records;
    private HostLimiter one;
    private HostLimiter two;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        one = gateway(0);
        two = gateway(1);
    }

    @AfterEach
    void close() {
        executor.close();
        records.close();
    }

    @Test
    void manyThatAskAtOnceNeverGetMoreThanThereIsRoomFor() {
        List<CompletableFuture<Set<JobId>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add((i % 2 == 0 ? one : two).acquire(HOST, Map.of(job(i), 1L)));
        }

        assertThat(answers.stream().mapToInt(answer -> answer.join().size()).sum())
                .isEqualTo(PARALLEL);
        assertThat(stored().permits()).hasSize(PARALLEL);
    }

    @Test
    void roomThatOneGatewayMakesTheOtherOneFinds() {
        assertThat(one.acquire(HOST, Map.of(job(0), 1L, job(2), 1L, job(4), 1L)).join())
                .hasSize(3);
        assertThat(two.acquire(HOST, Map.of(job(1), 1L)).join()).isEmpty();
        assertThat(two.capacity(HOST).free()).isZero();

        one.returnPermit(HOST, job(2), 1);

        await().atMost(Duration.ofSeconds(5)).until(() -> two.capacity(HOST).free() > 0);
        assertThat(two.acquire(HOST, Map.of(job(1), 1L)).join()).containsExactly(job(1));
        assertThat(wakeUps).hasPositiveValue();
    }

    @Test
    void aClosedHostIsClosedForEveryGateway() {
        two.capacity(HOST);
        one.closeUntil(Jobs.queued(), Jobs.NOW.plusSeconds(60));

        await().atMost(Duration.ofSeconds(5)).until(() -> stored().closedUntil() != null);
        assertThat(two.acquire(HOST, Map.of(job(1), 1L)).join()).isEmpty();
        assertThat(two.isOpen(Jobs.queued())).isFalse();
        assertThat(two.capacity(HOST).opensAt()).contains(Jobs.NOW.plusSeconds(60));
        assertThat(two.acquire("example.com", Map.of(job(1), 1L)).join()).containsExactly(job(1));
    }

    @Test
    void oneResponseClosesAHostForAQuarterOfAnHourAtMost() {
        one.closeUntil(Jobs.queued(), Jobs.NOW.plus(Duration.ofHours(6)));

        await().atMost(Duration.ofSeconds(5)).until(() -> stored().closedUntil() != null);
        assertThat(stored().closedUntil()).isEqualTo(Jobs.NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aForgottenHostIsNewAgainAndNobodyOverwritesIt() {
        one.acquire(HOST, Map.of(job(0), 1L)).join();
        HostRecords stored = records.hosts(Clock.systemUTC());
        HostRecord before = stored.find(HOST);
        stored.forget(before);
        two.acquire(HOST, Map.of(job(1), 1L, job(3), 1L)).join();

        one.acquire(HOST, Map.of(job(2), 1L)).join();

        assertThat(stored().permits()).extracting(HostPermit::jobId).containsExactlyInAnyOrder(job(1), job(2), job(3));
    }

    private HostRecord stored() {
        return records.hosts(Clock.systemUTC()).find(HOST);
    }

    /** It looks after the jobs whose number leaves that rest. */
    private HostLimiter gateway(int rest) {
        HostCache cache = new HostCache(
                records.hosts(Clock.systemUTC()),
                id -> number(id) % 2 == rest,
                Clock.fixed(Jobs.NOW, ZoneOffset.UTC),
                System::nanoTime);
        return new HostLimiter(
                cache,
                new HostQuotas(new HostQuota(PARALLEL, null), Map.of()),
                new CoalescedUpdates<>(executor, cache, new ConditionalUpdate(lost -> Thread.yield())),
                wakeUps::incrementAndGet,
                Clock.fixed(Jobs.NOW, ZoneOffset.UTC));
    }

    private static JobId job(int number) {
        return JobId.at(Instant.ofEpochMilli(number), new UUID(0, 0));
    }

    private static int number(JobId id) {
        return Integer.parseInt(id.value().substring(9, 12) + id.value().substring(13, 17), 16);
    }
}
