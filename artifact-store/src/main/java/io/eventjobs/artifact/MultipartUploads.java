package io.eventjobs.artifact;

import io.minio.AbortMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.List;

/** Uploads in parts that are under way or were left, in one bucket. */
final class MultipartUploads {
    private final MinioAsyncClient client;
    private final String bucket;
    private final Duration patience;

    MultipartUploads(MinioAsyncClient client, String bucket, Duration patience) {
        this.client = client;
        this.bucket = bucket;
        this.patience = patience;
    }

    List<OpenUpload> list(int limit) {
        ListMultipartUploadsArgs what = ListMultipartUploadsArgs.builder()
                .bucket(bucket)
                .maxUploads(limit)
                .build();
        return Answers.await(client.listMultipartUploads(what), patience, "list uploads").result().uploads().stream()
                .map(upload -> new OpenUpload(
                        upload.objectName(),
                        upload.uploadId(),
                        upload.initiated().toInstant()))
                .toList();
    }

    void abort(OpenUpload upload) {
        AbortMultipartUploadArgs what = AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(ObjectKeys.required(upload.key()))
                .uploadId(upload.id())
                .build();
        try {
            Answers.await(client.abortMultipartUpload(what), patience, "abort upload of " + upload.key());
        } catch (StoreRefusalException e) {
            if (!e.is("NoSuchUpload")) {
                throw e;
            }
        }
    }
}
