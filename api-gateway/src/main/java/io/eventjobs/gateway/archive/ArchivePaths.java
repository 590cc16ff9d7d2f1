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
 * Where in the ZIP the files of each job go. Most share one tree. A job of which any path is taken already, in whatever case,
 * by something else gets a folder of its own, so its relative links stay right. The same file under the same path, such as the
 * slides of a session that is there in two languages, is there once.
 */
final class ArchivePaths {
    private static final String OURS = "";

    private final Map<String, String> taken = new HashMap<>(Map.of("readme.md", OURS, "index.md", OURS));
    private final Set<String> written = new HashSet<>();

    /** The folder, with its slash, that the paths of these results go under; empty for the common tree. */
    String rootOf(JobResults results) {
        String root = "";
        for (int n = 2; isTaken(root, results); n++) {
            root = "(" + n + ")/";
        }
        String own = root;
        written(results).forEach(file -> taken.put(folded(own, file), content(file)));
        return root;
    }

    /** Whether the path is to be written: true once for each. */
    boolean isNew(String path) {
        return written.add(path);
    }

    private boolean isTaken(String root, JobResults results) {
        return written(results).anyMatch(file -> !taken.getOrDefault(folded(root, file), content(file))
                .equals(content(file)));
    }

    /** What goes into the ZIP: a job's own archive does not. */
    private static Stream<StoredFile> written(JobResults results) {
        return Stream.concat(Stream.ofNullable(results.markdown()), results.assets().stream());
    }

    private static String folded(String root, StoredFile file) {
        return (root + file.path()).toLowerCase(Locale.ROOT);
    }

    /** Two paths that differ in case alone are two files for some systems: never the same. */
    private static String content(StoredFile file) {
        return file.path() + ":" + file.sha256();
    }
}
