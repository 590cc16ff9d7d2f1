package io.eventjobs.artifact;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The object store through MinIO's client: any S3. Thread-safe. */
public final class MinioArtifactStore implements ArtifactStore, AutoCloseable {
    /** Parts larger than this made the embedded server run out of memory (docs/adr/0007). */
    private static final long PART_BYTES = 10L << 20;

    private static final int MOST_DELETED_AT_ONCE = 1000;

    private final MinioClient client;
    private final OkHttpClient http;
    private final String bucket;

    public MinioArtifactStore(StoreSettings settings) {
        this.http = StoreConnections.client();
        this.bucket = settings.bucket();
        this.client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http)
                .build();
    }

    @Override
    public void prepare() {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (ErrorResponseException e) {
            if (!isCode(e, "BucketAlreadyOwnedByYou")) {
                throw failed("prepare bucket " + bucket, e);
            }
        } catch (MinioException e) {
            throw failed("prepare bucket " + bucket, e);
        }
    }

    @Override
    public void put(String key, Path file, String contentType) {
        try (InputStream content = Files.newInputStream(file)) {
            client.putObject(
                    PutObjectArgs.builder().bucket(bucket).object(key).stream(content, Files.size(file), PART_BYTES)
                            .contentType(contentType)
                            .build());
        } catch (MinioException | IOException e) {
            throw failed("put " + key, e);
        }
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        try {
            client.putObject(bytes(key, content, contentType).build());
        } catch (MinioException e) {
            throw failed("put " + key, e);
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        try {
            client.putObject(bytes(key, content, contentType)
                    .headers(Map.of("If-None-Match", "*"))
                    .build());
            return true;
        } catch (ErrorResponseException e) {
            if (isCode(e, "PreconditionFailed")) {
                return false;
            }
            throw failed("put " + key, e);
        } catch (MinioException e) {
            throw failed("put " + key, e);
        }
    }

    @Override
    public Optional<ObjectFacts> find(String key) {
        try {
            StatObjectResponse found = client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            return Optional.of(new ObjectFacts(
                    key,
                    found.size(),
                    unquoted(found.etag()),
                    Objects.requireNonNullElse(found.contentType(), "application/octet-stream"),
                    found.lastModified().toInstant()));
        } catch (ErrorResponseException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw failed("find " + key, e);
        } catch (MinioException e) {
            throw failed("find " + key, e);
        }
    }

    @Override
    public InputStream open(String key) {
        return open(key, GetObjectArgs.builder().bucket(bucket).object(key).build());
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return open(
                key,
                GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build());
    }

    @Override
    public List<String> list(String prefix, String startAfter, int limit) {
        List<String> keys = new ArrayList<>();
        Iterable<Result<Item>> found = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(startAfter)
                .recursive(true)
                .maxKeys(Math.min(limit, MOST_DELETED_AT_ONCE))
                .build());
        try {
            for (Result<Item> item : found) {
                if (keys.size() == limit) {
                    return keys;
                }
                keys.add(item.get().objectName());
            }
        } catch (MinioException e) {
            throw failed("list " + prefix, e);
        }
        return keys;
    }

    @Override
    public void delete(List<String> keys) {
        for (int from = 0; from < keys.size(); from += MOST_DELETED_AT_ONCE) {
            deleteSome(keys.subList(from, Math.min(from + MOST_DELETED_AT_ONCE, keys.size())));
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void deleteSome(List<String> keys) {
        List<DeleteRequest.Object> objects =
                keys.stream().map(DeleteRequest.Object::new).toList();
        Iterable<Result<DeleteResult.Error>> errors = client.removeObjects(
                RemoveObjectsArgs.builder().bucket(bucket).objects(objects).build());
        try {
            for (Result<DeleteResult.Error> error : errors) {
                DeleteResult.Error refused = error.get();
                throw new ArtifactStoreException(
                        "delete " + refused.objectName() + ": " + refused.code(), new IOException(refused.message()));
            }
        } catch (MinioException e) {
            throw failed("delete " + keys.size() + " objects", e);
        }
    }

    private InputStream open(String key, GetObjectArgs what) {
        try {
            return client.getObject(what);
        } catch (ErrorResponseException e) {
            if (isMissing(e)) {
                throw new ObjectMissingException(key);
            }
            throw failed("open " + key, e);
        } catch (MinioException e) {
            throw failed("open " + key, e);
        }
    }

    private PutObjectArgs.Builder bytes(String key, byte[] content, String contentType) {
        return PutObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(content, content.length)
                .contentType(contentType);
    }

    private static boolean isMissing(ErrorResponseException e) {
        return isCode(e, "NoSuchKey") || e.response().code() == 404 && !isCode(e, "NoSuchBucket");
    }

    private static boolean isCode(ErrorResponseException e, String code) {
        return code.equals(e.errorResponse().code());
    }

    private static ArtifactStoreException failed(String what, Exception cause) {
        return new ArtifactStoreException("object store: could not " + what, cause);
    }

    private static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
