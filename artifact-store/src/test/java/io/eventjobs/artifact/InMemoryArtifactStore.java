package io.eventjobs.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.MediaType;

/**
 * An in-memory object store for tests of other classes; satisfies the same contract as the real one. Keys are listed in the order of {@link
 * String}. It can simulate an unavailable store.
 */
public final class InMemoryArtifactStore implements ArtifactStore {
    private final Clock clock;
    private final TreeMap<String, StoredObject> objects = new TreeMap<>();
    private boolean away;

    public InMemoryArtifactStore() {
        this(Clock.systemUTC());
    }

    public InMemoryArtifactStore(Clock clock) {
        this.clock = clock;
    }

    /** From now on every call fails. */
    public synchronized void goAway() {
        away = true;
    }

    /** Calls succeed again, with the same objects as before. */
    public synchronized void comeBack() {
        away = false;
    }

    /** All keys, in order; also while the store is unavailable. */
    public synchronized List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    @Override
    public synchronized void prepare() {
        requireThere();
    }

    @Override
    public void put(String key, Path file, String contentType) {
        try {
            put(key, Files.readAllBytes(file), contentType);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public synchronized void put(String key, byte[] content, String contentType) {
        StoredObject object = new StoredObject(content.clone(), requiredType(contentType), clock.instant());
        requirePlaceFor(ObjectKeys.required(key));
        objects.put(key, object);
    }

    @Override
    public synchronized boolean putIfAbsent(String key, byte[] content, String contentType) {
        requireThere();
        if (objects.containsKey(key)) {
            return false;
        }
        put(key, content, contentType);
        return true;
    }

    @Override
    public synchronized Optional<ObjectMetadata> find(String key) {
        requireThere();
        return Optional.ofNullable(objects.get(ObjectKeys.required(key))).map(object -> object.facts(key));
    }

    @Override
    public synchronized InputStream open(String key) {
        return new ByteArrayInputStream(required(key));
    }

    @Override
    public synchronized InputStream open(String key, long offset, long length) {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("no range: " + length + " bytes from " + offset);
        }
        byte[] content = required(key);
        if (offset >= content.length) {
            throw new ArtifactStoreException("no bytes from " + offset + " of " + content.length + " in " + key);
        }
        int end = (int) Math.min(content.length, offset + length);
        return new ByteArrayInputStream(Arrays.copyOfRange(content, (int) offset, end));
    }

    @Override
    public synchronized List<ListedObject> listObjects(String prefix, String startAfter, int limit) {
        requireThere();
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, but is " + limit);
        }
        return objects.tailMap(startAfter, false).entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .limit(limit)
                .map(object -> new ListedObject(
                        object.getKey(),
                        object.getValue().content().length,
                        object.getValue().modified()))
                .toList();
    }

    @Override
    public synchronized void delete(List<String> keys) {
        requireThere();
        ObjectKeys.required(keys).forEach(objects::remove);
    }

    private byte[] required(String key) {
        requireThere();
        StoredObject object = objects.get(ObjectKeys.required(key));
        if (object == null) {
            throw new ObjectMissingException(key);
        }
        return object.content();
    }

    /** A key must not be the prefix of another: a store based on files could not hold both {@code x} and {@code x/y}. */
    private void requirePlaceFor(String key) {
        requireThere();
        String below = key + "/";
        String next = objects.ceilingKey(below);
        boolean isFolder = next != null && next.startsWith(below);
        boolean isBelowObject = objects.keySet().stream().anyMatch(other -> key.startsWith(other + "/"));
        if (isFolder || isBelowObject) {
            throw new ArtifactStoreException("a key beside keys below it: " + key);
        }
    }

    private void requireThere() {
        if (away) {
            throw new ArtifactStoreException("the store is away");
        }
    }

    private static String requiredType(String contentType) {
        if (MediaType.parse(contentType) == null) {
            throw new IllegalArgumentException("no media type: " + contentType);
        }
        return contentType;
    }

    private record StoredObject(byte[] content, String contentType, Instant modified) {
        ObjectMetadata facts(String key) {
            return new ObjectMetadata(key, content.length, md5(content), contentType, modified);
        }

        private static String md5(byte[] content) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has MD5", e);
            }
        }
    }

    @Override
    public List<IncompleteUpload> incompleteUploads(int limit) {
        return List.of();
    }

    @Override
    public void abort(IncompleteUpload upload) {
        // This store has no multipart uploads.
    }
}
