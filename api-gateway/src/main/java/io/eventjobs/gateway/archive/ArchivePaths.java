package io.eventjobs.gateway.archive;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides where each job's files are placed in the ZIP. Jobs normally share one tree. A job gets its own folder if any of its paths is
 * already taken by a different file, ignoring case, so that its relative links stay valid. An identical file at the same path, such as the
 * slides of a session in two languages, is written once.
 */
final class ArchivePaths {
    private static final String OURS = "";

    private final Map<String, String> taken =
            new HashMap<>(Map.of("readme.md", OURS, "index.md", OURS, "llms.txt", OURS, "sha256sums", OURS));
    private final Set<String> written = new HashSet<>();

    /** The folder, with its slash, for the paths of these results; empty for the shared tree. */
    String rootOf(JobResults results) {
        String root = "";
        for (int n = 2; isTaken(root, results); n++) {
            root = "(" + n + ")/";
        }
        String own = root;
        written(results).forEach(file -> taken.put(folded(own, file), content(file)));
        return root;
    }

    /** Whether the path still has to be written; true once for each path. */
    boolean isNew(String path) {
        return written.add(path);
    }

    private boolean isTaken(String root, JobResults results) {
        return written(results).anyMatch(file -> !taken.getOrDefault(folded(root, file), content(file))
                .equals(content(file)));
    }

    /** The files of a job to put into the ZIP, without the job's own archive. */
    private static Stream<StoredFile> written(JobResults results) {
        return Stream.concat(Stream.ofNullable(results.markdown()), results.assets().stream());
    }

    private static String folded(String root, StoredFile file) {
        return (root + file.path()).toLowerCase(Locale.ROOT);
    }

    /** Some file systems ignore case, so paths that differ only in case never count as the same file. */
    private static String content(StoredFile file) {
        return file.path() + ":" + file.sha256();
    }
}
