package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    @TempDir
    Path folder;

    private MVStore store;
    private MVMap<String, String> map;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        store = new MVStore.Builder()
                .fileName(file().toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        map = store.openMap("map");
        commits = new GroupCommit(store, Durability.PAGE_CACHE);
    }

    @AfterEach
    void close() {
        store.closeImmediately();
    }

    @Test
    void acknowledgesAWriteOnceItIsCommitted() {
        String answer = commits.durably(() -> {
            map.put("key", "value");
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(onDisk("key")).isEqualTo("value");
    }

    @Test
    void acknowledgesAWriteOnlyAfterItsCommitHasBeenSynchronized() throws Exception {
        CountDownLatch syncing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> onDiskAtSync = new CopyOnWriteArrayList<>();
        GroupCommit synchronizing = new GroupCommit(store, () -> {
            onDiskAtSync.add(onDisk("key"));
            syncing.countDown();
            await(goOn);
        });
        CompletableFuture<String> write =
                CompletableFuture.supplyAsync(() -> synchronizing.durably(() -> map.put("key", "value")));
        await(syncing);

        assertThat(onDiskAtSync).as("committed before the sync").containsExactly("value");
        assertThatThrownBy(() -> write.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        goOn.countDown();
        write.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aWriteDuringASyncWaitsForASyncOfItsOwn() throws Exception {
        Semaphore syncs = new Semaphore(0);
        CountDownLatch syncing = new CountDownLatch(1);
        GroupCommit synchronizing = new GroupCommit(store, () -> {
            syncing.countDown();
            syncs.acquireUninterruptibly();
        });
        CompletableFuture<?> first =
                CompletableFuture.runAsync(() -> synchronizing.durably(() -> map.put("first", "a")));
        await(syncing);
        CompletableFuture<?> second =
                CompletableFuture.runAsync(() -> synchronizing.durably(() -> map.put("second", "b")));

        syncs.release();
        first.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        syncs.release();
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void doesNotAcknowledgeAFailedSync() {
        GroupCommit synchronizing = new GroupCommit(store, () -> {
            throw new IllegalStateException("disk");
        });

        assertThatThrownBy(() -> synchronizing.durably(() -> map.put("key", "value")))
                .hasMessage("disk");
    }

    @Test
    void putsNoHalfWriteOnDisk() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> commits.durably(() -> {
            map.put("first half", "a");
            half.countDown();
            await(goOn);
            return map.put("second half", "b");
        }));
        half.await();
        CompletableFuture<String> quick =
                CompletableFuture.supplyAsync(() -> commits.durably(() -> map.put("quick", "c")));

        assertThatThrownBy(() -> quick.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(onDisk("first half")).isNull();

        goOn.countDown();
        CompletableFuture.allOf(slow, quick).get(10, TimeUnit.SECONDS);
        assertThat(onDisk("second half")).isEqualTo("b");
    }

    @Test
    void sharesCommitsBetweenWriters() {
        long before = store.getCurrentVersion();
        CountDownLatch all = new CountDownLatch(1);
        CompletableFuture<?>[] writes = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> commits.durably(() -> {
                            await(all);
                            return map.put("key " + i, "value");
                        }),
                        task -> Thread.ofPlatform().start(task)))
                .toArray(CompletableFuture[]::new);
        all.countDown();
        CompletableFuture.allOf(writes).join();

        assertThat(map).hasSize(20);
        assertThat(store.getCurrentVersion() - before).isLessThan(20);
    }

    @Test
    void doesNotAcknowledgeAFailedCommit() {
        assertThatThrownBy(() -> commits.durably(() -> {
                    map.put("key", "value");
                    store.closeImmediately();
                    map.put("late", "value");
                    return "answer";
                }))
                .isInstanceOf(RuntimeException.class);
    }

    private String onDisk(String key) {
        Path copy = folder.resolve("copy-" + System.nanoTime());
        try {
            Files.copy(file(), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (MVStore reopened = MVStore.open(copy.toString())) {
            return reopened.<String, String>openMap("map").get(key);
        }
    }

    private Path file() {
        return folder.resolve("store");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
