package io.eventjobs.artifact;

import java.util.List;

/**
 * Clean-up of multipart uploads that were started and neither completed nor aborted: their parts take up space without
 * belonging to an object. Thread-safe. Failures and time limits are those of {@link ArtifactStore}.
 */
public interface MultipartCleanup {
    /**
     * Lists incomplete uploads, including those in progress.
     *
     * @param limit maximum number of uploads, 1 to 1000
     */
    List<IncompleteUpload> incompleteUploads(int limit);

    /** Aborts an upload and deletes its parts; not an error if it no longer exists. */
    void abort(IncompleteUpload upload);
}
