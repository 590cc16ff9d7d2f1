package io.eventjobs.worker.session.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.eventjobs.artifact.ArtifactObjects;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.worker.fixture.Commands;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleUploadTest {
    private static final ExecutionPrefix PREFIX =
            new ExecutionPrefix(new TenantId("default"), Commands.job(1), 7, new ExecutionId("e-1"));

    @TempDir
    Path folder;

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final AtomicInteger atOnce = new AtomicInteger();
    private List<MeasuredFile> files = List.of();

    @BeforeEach
    void write() throws IOException {
        List<MeasuredFile> measured = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Path file = Files.writeString(folder.resolve(i + ".png"), "slide " + i);
            measured.add(MeasuredFile.of(new BundleFile("assets/" + i + ".png", file, "image/png")));
        }
        files = measured;
    }

    @Test
    void storesAllAndDescribesThemInTheirOrder() throws Exception {
        List<Integer> progress = new ArrayList<>();

        List<StoredFile> stored = new BundleUpload(store, PREFIX).store(files, progress::add);

        assertThat(stored).isEqualTo(files.stream().map(MeasuredFile::stored).toList());
        assertThat(store.keys())
                .containsExactlyElementsOf(IntStream.range(0, 9)
                        .mapToObj(i -> PREFIX.key("assets/" + i + ".png"))
                        .toList());
        assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void sendsFourAtOnce() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        ArtifactObjects waiting = before(() -> {
            atOnce.incrementAndGet();
            four.countDown();
            four.await();
            atOnce.decrementAndGet();
        });

        new BundleUpload(waiting, PREFIX).store(files, done -> {});

        assertThat(four.getCount()).isZero();
        assertThat(atOnce).hasValue(0);
    }

    @Test
    void failsAsTheStoreDoesAndSendsNoMore() {
        store.goAway();

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> new BundleUpload(store, PREFIX).store(files, done -> {}));
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void sendsNothingMoreOnceItIsInterrupted() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        ArtifactObjects stuck = before(() -> {
            atOnce.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw new ArtifactStoreException("interrupted", e);
            }
        });
        Thread work = Thread.ofPlatform().start(() -> assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new BundleUpload(stuck, PREFIX).store(files, done -> {})));
        await().until(() -> atOnce.get() == 4);

        work.interrupt();
        work.join(10_000);

        assertThat(work.isAlive()).isFalse();
        assertThat(interrupted).hasValue(4);
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void isGivenUpByWhoWasInterruptedBefore() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new BundleUpload(store, PREFIX).store(files, done -> {}));
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The store, each call of which does this first. */
    private ArtifactObjects before(Step step) {
        return (ArtifactObjects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ArtifactObjects.class}, (proxy, method, arguments) -> {
                    step.run();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface Step {
        void run() throws Exception;
    }
}
