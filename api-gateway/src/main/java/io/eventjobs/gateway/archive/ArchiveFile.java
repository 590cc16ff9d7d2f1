package io.eventjobs.gateway.archive;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.StoredFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file in the ZIP of a batch or an event. */
sealed interface ArchiveFile {
    /** Its path in the ZIP. */
    String name();

    /** Its size. */
    long bytes();

    /**
     * A file of a job's results.
     *
     * @param root folder of the job in the ZIP, with its slash; empty for the shared tree
     * @param prefix of the execution that stored it
     * @param zip of the job alone, which has the same file at the same path; null if there is none
     */
    record OfJob(String root, StoredFile file, ExecutionPrefix prefix, @Nullable StoredFile zip)
            implements ArchiveFile {
        @Override
        public String name() {
            return root + file.path();
        }

        @Override
        public long bytes() {
            return file.bytes();
        }

        String key() {
            return prefix.key(file.path());
        }
    }

    /** A page about the whole, written for this ZIP. */
    record OfText(String name, String text) implements ArchiveFile {
        @Override
        public long bytes() {
            return content().length;
        }

        byte[] content() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
