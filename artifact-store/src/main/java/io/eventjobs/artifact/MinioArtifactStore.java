package io.eventjobs.artifact;

import io.minio.BucketExistsArgs;
import io.minio.Checksum;
import io.minio.DeleteObjectsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.Http;
import io.minio.ListObjectsV2Args;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Contents;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.ListBucketResultV2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * {@link ArtifactStore} on any S3 store, with MinIO's client. Thread-safe. It connects on first use. An interrupt ends a wait,
 * but what has been sent by then may still be stored.
 */
public final class MinioArtifactStore implements ArtifactStore {
    /** With larger parts the embedded server ran out of memory (ADR 0007). */
    private static final long PART_BYTES = 10L << 20;

    /** The most that S3 lists or deletes with one request. */
    private static final int MAX_KEYS = 1000;

    private static final String NO_SUCH_KEY = "NoSuchKey";

    private final StoreConnections connections;
    private final MinioAsyncClient client;
    private final MinioAsyncClient reader;
    private final String bucket;
    /** A second longer than the connection's own timeout, whose exception says more. */
    private final Duration callTimeout;

    private final MinioMultipartUploads uploads;

    public MinioArtifactStore(StoreSettings settings) {
        this(settings, StoreTimeouts.DEFAULT);
    }

    public MinioArtifactStore(StoreSettings settings, StoreTimeouts timeouts) {
        this.connections = new StoreConnections(timeouts, settings.caCertificates());
        this.client = client(settings, connections.forCalls());
        this.reader = client(settings, connections.forReads());
        this.bucket = settings.bucket();
        this.callTimeout = timeouts.call().plusSeconds(1);
        this.uploads = new MinioMultipartUploads(client, bucket, callTimeout);
    }

    @Override
    public void prepare() {
        if (hasBucket()) {
            return;
        }
        try {
            Responses.await(
                    client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()),
                    callTimeout,
                    "create bucket " + bucket);
        } catch (ArtifactStoreException e) {
            // Another process may have created it in between.
            if (!hasBucket()) {
                throw e;
            }
        }
    }

    @Override
    public void put(String key, Path file, String contentType) {
        ObjectKeys.required(key);
        try {
            long size = Files.size(file);
            if (size <= PART_BYTES) {
                put(key, Files.readAllBytes(file), contentType);
            } else {
                putParts(key, file, size, contentType);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        put(key, content, contentType, Checksums.of(content));
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        Http.Headers headers = Checksums.of(content);
        headers.put("If-None-Match", "*");
        try {
            put(key, content, contentType, headers);
            return true;
        } catch (StoreRefusedException e) {
            if (e.is("PreconditionFailed")) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<ObjectMetadata> find(String key) {
        StatObjectArgs args = StatObjectArgs.builder()
                .bucket(bucket)
                .object(ObjectKeys.required(key))
                .build();
        try {
            return Optional.of(metadata(key, Responses.await(client.statObject(args), callTimeout, "find " + key)));
        } catch (StoreRefusedException e) {
            // A response to HEAD has no body that could tell a missing object from a missing bucket.
            if (e.is(NO_SUCH_KEY) && hasBucket()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public InputStream open(String key) {
        return open(key, reading(key).build());
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return open(key, reading(key).offset(offset).length(length).build());
    }

    @Override
    public List<ListedObject> listObjects(String prefix, String startAfter, int limit) {
        List<ListedObject> objects = new ArrayList<>();
        String next = null;
        do {
            ListBucketResultV2 page = page(prefix, startAfter, next, Math.min(limit - objects.size(), MAX_KEYS));
            for (Contents object : page.contents()) {
                object.setEncodingType(page.encodingType());
                objects.add(new ListedObject(
                        object.objectName(),
                        object.size(),
                        object.lastModified().toInstant()));
            }
            next = page.isTruncated() ? page.nextContinuationToken() : null;
        } while (next != null && objects.size() < limit);
        return objects;
    }

    @Override
    public void delete(List<String> keys) {
        ObjectKeys.required(keys);
        for (int from = 0; from < keys.size(); from += MAX_KEYS) {
            deleteSome(keys.subList(from, Math.min(from + MAX_KEYS, keys.size())));
        }
    }

    @Override
    public List<IncompleteUpload> incompleteUploads(int limit) {
        return uploads.list(limit);
    }

    @Override
    public void abort(IncompleteUpload upload) {
        uploads.abort(upload);
    }

    @Override
    public void close() {
        connections.close();
    }

    private static MinioAsyncClient client(StoreSettings settings, OkHttpClient connections) {
        return MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentialsProvider(CredentialProviders.of(settings.credentials(), connections))
                .httpClient(connections)
                .build();
    }

    private boolean hasBucket() {
        BucketExistsArgs args = BucketExistsArgs.builder().bucket(bucket).build();
        return Responses.await(client.bucketExists(args), callTimeout, "look for bucket " + bucket);
    }

    private void put(String key, byte[] content, String contentType, Http.Headers headers) {
        PutObjectAPIArgs args = PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(ObjectKeys.required(key))
                .data(content, content.length)
                .contentType(contentType)
                .headers(headers)
                .build();
        Responses.await(client.putObject(args), callTimeout, "put " + key);
    }

    private void putParts(String key, Path file, long size, String contentType) {
        try {
            UploadObjectArgs upload = UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .filename(file.toString(), PART_BYTES)
                    .contentType(contentType)
                    // Needed anyway, to sign the request.
                    .checksum(Checksum.Algorithm.SHA256)
                    .build();
            // Beside the request for each part there are those to start and to complete the upload.
            Duration uploadTimeout = callTimeout.multipliedBy(size / PART_BYTES + 3);
            Responses.await(client.uploadObject(upload), uploadTimeout, "put " + key);
        } catch (MinioException e) {
            throw new ArtifactStoreException("object store: could not put " + key, e);
        }
    }

    private GetObjectArgs.Builder reading(String key) {
        return GetObjectArgs.builder().bucket(bucket).object(ObjectKeys.required(key));
    }

    private InputStream open(String key, GetObjectArgs args) {
        try {
            return Responses.await(reader.getObject(args), callTimeout, "open " + key, MinioArtifactStore::drop);
        } catch (StoreRefusedException e) {
            if (e.is(NO_SUCH_KEY)) {
                throw new ObjectMissingException(key);
            }
            throw e;
        }
    }

    private static void drop(GetObjectResponse unread) {
        try {
            unread.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListBucketResultV2 page(String prefix, String startAfter, @Nullable String next, int size) {
        ListObjectsV2Args.Builder args = ListObjectsV2Args.builder()
                .bucket(bucket)
                .prefix(prefix)
                .encodingType("url")
                .maxKeys(size);
        if (next != null) {
            args.continuationToken(next);
        } else if (!startAfter.isEmpty()) {
            args.startAfter(startAfter);
        }
        return Responses.await(client.listObjectsV2(args.build()), callTimeout, "list " + prefix)
                .result();
    }

    private void deleteSome(List<String> keys) {
        DeleteObjectsArgs args = DeleteObjectsArgs.builder()
                .bucket(bucket)
                .objects(keys.stream().map(DeleteRequest.Object::new).toList())
                .quiet(true)
                .build();
        String operation = "delete " + keys.size() + " objects";
        for (DeleteResult.Error error : Responses.await(client.deleteObjects(args), callTimeout, operation)
                .result()
                .errors()) {
            if (!NO_SUCH_KEY.equals(error.code())) {
                throw new ArtifactStoreException(
                        "object store: " + error.code() + ", could not delete " + error.objectName(),
                        new IOException(error.message()));
            }
        }
    }

    private static ObjectMetadata metadata(String key, StatObjectResponse found) {
        return new ObjectMetadata(
                key,
                found.size(),
                found.etag().replace("\"", ""),
                Objects.requireNonNullElse(found.contentType(), "application/octet-stream"),
                found.lastModified().toInstant());
    }
}
