package io.eventjobs.gateway.archive;

import io.eventjobs.model.job.JobResults;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where in the ZIP the files of each job go. Most share one tree; a job of which any path is taken already, in whatever case,
 * gets a folder of its own, so its relative links stay right.
 */
final class ArchivePaths {
    private final Set<String> taken = new HashSet<>(Set.of("readme.md", "index.md"));

    /** The folder, with its slash, that the paths of these results go under; empty for the common tree. */
    String rootOf(JobResults results) {
        List<String> paths = results.files()
                .map(file -> file.path().toLowerCase(Locale.ROOT))
                .toList();
        String root = "";
        for (int n = 2; isTaken(root, paths); n++) {
            root = "(" + n + ")/";
        }
        for (String path : paths) {
            taken.add(root + path);
        }
        return root;
    }

    private boolean isTaken(String root, List<String> paths) {
        return paths.stream().anyMatch(path -> taken.contains(root + path));
    }
}
