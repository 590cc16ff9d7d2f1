package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minio.CreateMultipartUploadArgs;
import io.minio.MinioAsyncClient;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinioArtifactStoreIT extends ArtifactStoreContract {
    @TempDir
    private static Path folder;

    private static S3Server server;

    private String bucket;
    private MinioArtifactStore store;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.over(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void prepareBucket() {
        bucket = "bucket-" + UUID.randomUUID();
        store = new MinioArtifactStore(server.settings(bucket));
        store.prepare();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Override
    public ArtifactStore store() {
        return store;
    }

    /** S3Proxy treats an object in a missing bucket as already deleted. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETE")
    void doesNotTakeAMissingBucketForAMissingObject(StoreOperation call) {
        try (MinioArtifactStore lost = new MinioArtifactStore(server.settings("never-made"))) {
            call.failsOn(lost);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsWithAWrongKey(StoreOperation call) {
        try (MinioArtifactStore stranger = new MinioArtifactStore(server.settings(bucket, "wrong"))) {
            call.failsOn(stranger);
        }
    }

    @Test
    void isNotPreparedWithAWrongKey() {
        try (MinioArtifactStore stranger = new MinioArtifactStore(server.settings(bucket, "wrong"))) {
            assertThatExceptionOfType(ArtifactStoreException.class)
                    .isThrownBy(stranger::prepare)
                    .withMessageNotContaining("wrong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsOnceItIsClosed(StoreOperation call) {
        store.close();

        call.failsOn(store);
    }

    @Test
    void abortsIncompleteUploads() throws Exception {
        StoreSettings settings = server.settings(bucket);
        try (MinioAsyncClient raw = MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(
                        ((StoreCredentials.Keys) settings.credentials()).accessKey(),
                        ((StoreCredentials.Keys) settings.credentials()).secretKey())
                .build()) {
            raw.createMultipartUpload(CreateMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object("default/jobs/orphan.zip")
                            .build())
                    .get();
        }

        List<IncompleteUpload> open = store.incompleteUploads(10);
        assertThat(open).extracting(IncompleteUpload::key).containsExactly("default/jobs/orphan.zip");
        open.forEach(store::abort);

        assertThat(store.incompleteUploads(10)).isEmpty();
        open.forEach(store::abort);
        assertThat(store.list("", "", 10)).isEmpty();
    }

    @Test
    void isPreparedByManyAtOnce() throws Exception {
        StoreSettings settings = server.settings("shared-" + UUID.randomUUID());
        try (MinioArtifactStore shared = new MinioArtifactStore(settings)) {
            List<Boolean> empty = Concurrently.call(8, starter -> {
                shared.prepare();
                return shared.list("", "", 1).isEmpty();
            });

            assertThat(empty).containsOnly(true);
        }
    }
}
