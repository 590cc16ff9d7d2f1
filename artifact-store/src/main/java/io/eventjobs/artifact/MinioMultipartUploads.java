package io.eventjobs.artifact;

import io.minio.AbortMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.List;

/** Multipart uploads of one bucket that are in progress or were abandoned. */
final class MinioMultipartUploads {
    private final MinioAsyncClient client;
    private final String bucket;
    private final Duration callTimeout;

    MinioMultipartUploads(MinioAsyncClient client, String bucket, Duration callTimeout) {
        this.client = client;
        this.bucket = bucket;
        this.callTimeout = callTimeout;
    }

    List<IncompleteUpload> list(int limit) {
        ListMultipartUploadsArgs args = ListMultipartUploadsArgs.builder()
                .bucket(bucket)
                .maxUploads(limit)
                .build();
        return Responses.await(client.listMultipartUploads(args), callTimeout, "list uploads")
                .result()
                .uploads()
                .stream()
                .map(upload -> new IncompleteUpload(
                        upload.objectName(),
                        upload.uploadId(),
                        upload.initiated().toInstant()))
                .toList();
    }

    void abort(IncompleteUpload upload) {
        AbortMultipartUploadArgs args = AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(ObjectKeys.required(upload.key()))
                .uploadId(upload.id())
                .build();
        try {
            Responses.await(client.abortMultipartUpload(args), callTimeout, "abort upload of " + upload.key());
        } catch (StoreRefusedException e) {
            if (!e.is("NoSuchUpload")) {
                throw e;
            }
        }
    }
}
