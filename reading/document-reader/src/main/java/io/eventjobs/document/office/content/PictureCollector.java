package io.eventjobs.document.office.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores the pictures of a document, each once, within limits. Not thread-safe. */
public final class PictureCollector {
    private static final int MAX_PICTURES = 200;
    private static final long MAX_BYTES = 100L << 20;
    private static final Set<String> EXTENSIONS = Set.of(".png", ".jpg", ".gif", ".webp");

    private final @Nullable PictureFiles files;
    private final List<Path> pictures = new ArrayList<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private long bytes;
    private int leftOut;

    public PictureCollector(@Nullable PictureFiles files) {
        this.files = files;
    }

    public boolean isWanted() {
        return files != null;
    }

    /**
     * Stores a picture.
     *
     * @param name of the part, which identifies the picture
     * @param content opened only if the picture is stored
     * @return index among the pictures; empty if it is not stored
     */
    public OptionalInt keep(String name, Content content) throws IOException {
        if (files == null) {
            return OptionalInt.empty();
        }
        Integer before = kept.get(name);
        if (before != null) {
            return OptionalInt.of(before);
        }
        String extension = extension(name);
        if (!EXTENSIONS.contains(extension) || pictures.size() == MAX_PICTURES) {
            leftOut++;
            return OptionalInt.empty();
        }
        Path target = files.picture(pictures.size(), extension);
        try (InputStream in = content.open()) {
            long written = copy(in, target);
            if (written == 0) {
                leftOut++;
                return OptionalInt.empty();
            }
        }
        kept.put(name, pictures.size());
        pictures.add(target);
        return OptionalInt.of(pictures.size() - 1);
    }

    public List<Path> files() {
        return List.copyOf(pictures);
    }

    public List<String> warnings() {
        return leftOut == 0 || files == null
                ? List.of()
                : List.of((leftOut == 1 ? "One picture" : leftOut + " pictures")
                        + " of the document could not be kept: of a format that browsers do not show, or too large.");
    }

    /** The number of bytes written; 0 if the limit was exceeded. */
    private long copy(InputStream in, Path target) throws IOException {
        byte[] chunk = new byte[64 << 10];
        long written = 0;
        try (var out = Files.newOutputStream(target)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                written += read;
                if (bytes + written > MAX_BYTES) {
                    written = 0;
                    break;
                }
                out.write(chunk, 0, read);
            }
        }
        bytes += written;
        if (written == 0) {
            Files.delete(target);
        }
        return written;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
        return extension.equals(".jpeg") ? ".jpg" : extension;
    }

    /** Opens the bytes of a picture. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
