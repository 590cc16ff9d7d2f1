package io.eventjobs.model.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of an execution. All paths are relative to {@link io.eventjobs.model.artifact.ExecutionPrefix}, with forward slashes.
 *
 * @param markdown the document, null for job types without one
 * @param archive the ZIP archive, null for job types without one
 * @param assets slides and other files that the document links to
 * @param metadata facts from the page, as JSON values: title, speakers, date, room, track, links, language …
 * @param warnings non-fatal losses, one sentence each
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

    /** The file at this path, if there is one. */
    public Optional<StoredFile> file(String path) {
        return files().filter(file -> file.path().equals(path)).findFirst();
    }

    /** All files: the document, the archive, the assets. */
    public Stream<StoredFile> files() {
        return Stream.concat(Stream.of(markdown, archive).filter(file -> file != null), assets.stream());
    }
}
