package io.eventjobs.model.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an execution made. All paths are relative to the execution's prefix in the object store, with forward slashes.
 *
 * @param markdown the document, null for job types without one
 * @param archive the ZIP, null for job types without one
 * @param assets slides and other files that the document links to
 * @param metadata what the page said, as JSON values: title, speakers, date, room, track, links, language …
 * @param warnings losses that were not fatal, each one sentence
 */
public record JobResults(
        @Nullable StoredFile markdown,
        @Nullable StoredFile archive,
        List<StoredFile> assets,
        Map<String, Object> metadata,
        List<String> warnings) {
    public JobResults {
        assets = List.copyOf(assets);
        metadata = Map.copyOf(metadata);
        warnings = List.copyOf(warnings);
    }

    public static JobResults nothing() {
        return new JobResults(null, null, List.of(), Map.of(), List.of());
    }

    /** The stored file at this path, if the execution made one. */
    public Optional<StoredFile> file(String path) {
        return files().filter(file -> file.path().equals(path)).findFirst();
    }

    /** All files: document, archive, assets. */
    public Stream<StoredFile> files() {
        return Stream.concat(Stream.of(markdown, archive).filter(file -> file != null), assets.stream());
    }
}
