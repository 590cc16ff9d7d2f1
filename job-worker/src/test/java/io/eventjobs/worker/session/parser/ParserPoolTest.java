package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ParserPoolTest {
    private final RecordedEnds ends = new RecordedEnds();

    @Test
    void hasASpareReadyBeforeItIsNeeded() throws Exception {
        try (ParserPool pool = new ParserPool(() -> Parsers.startFake(ends), limits(3))) {
            await().until(() -> ends.starts() == 1);

            try (ParserPool.Lease one = pool.take()) {
                await().until(() -> ends.starts() == 2);
                try (ParserPool.Lease two = pool.take()) {
                    assertThat(two.process().pid()).isNotEqualTo(one.process().pid());
                }
            }
        }
    }

    @Test
    void hasNeverMoreProcessesThanDocumentsMayBeRead() throws Exception {
        try (ParserPool pool = new ParserPool(() -> Parsers.startFake(ends), limits(1))) {
            for (int i = 0; i < 3; i++) {
                pool.take().close();
            }
        }

        assertThat(ends.starts()).isEqualTo(1);
    }

    @Test
    void replacesAProcessThatDiedWhileItWasIdle() throws Exception {
        try (ParserPool pool = new ParserPool(() -> Parsers.startFake(ends), limits(1))) {
            ParserPool.Lease lease = pool.take();
            long first = lease.process().pid();
            lease.close();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().until(() ->
                    ProcessHandle.of(first).filter(ProcessHandle::isAlive).isEmpty());

            try (ParserPool.Lease next = pool.take()) {
                assertThat(next.process().pid()).isNotEqualTo(first);
            }
        }
    }

    @Test
    void saysThatNoProcessCanBeStartedAndTriesAgainWithTheNextDocument() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        ParserPool.Starter starter = () -> {
            if (tries.incrementAndGet() < 3) {
                throw new IOException("no java");
            }
            return Parsers.startFake(ends);
        };
        try (ParserPool pool = new ParserPool(starter, limits(1))) {
            await().until(() -> tries.get() == 1);

            assertThatThrownBy(pool::take).isInstanceOf(ParserUnavailableException.class);

            try (ParserPool.Lease lease = pool.take()) {
                assertThat(lease.process().pid()).isPositive();
            }
        }
    }

    @Test
    void aWaitForAProcessCanBeInterruptedAndLosesNone() throws Exception {
        try (ParserPool pool = new ParserPool(() -> Parsers.startFake(ends), limits(1))) {
            AtomicReference<Exception> end = new AtomicReference<>();
            try (ParserPool.Lease lease = pool.take()) {
                Thread waiting = Thread.ofPlatform().start(() -> {
                    try {
                        pool.take().close();
                    } catch (ParserUnavailableException | InterruptedException e) {
                        end.set(e);
                    }
                });
                waiting.interrupt();
                waiting.join();
                assertThat(lease.process().pid()).isPositive();
            }
            assertThat(end.get()).isInstanceOf(InterruptedException.class);

            pool.take().close();
        }
    }

    @Test
    void endsItsProcessesWhenItIsClosed() throws Exception {
        ParserPool pool = new ParserPool(() -> Parsers.startFake(ends), limits(1));
        ParserPool.Lease lease = pool.take();
        long pid = lease.process().pid();

        pool.close();
        lease.close();

        await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(ends.ends()).containsExactly(ParserEnd.RETIRED);
    }

    private static ParserLimits limits(int processes) {
        return new ParserLimits(processes, 64L << 20, Duration.ofSeconds(9), 100, 1L << 30);
    }
}
