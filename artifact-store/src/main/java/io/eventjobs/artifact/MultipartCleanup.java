package io.eventjobs.artifact;

import java.util.List;

/**
 * Clean-up of multipart uploads that were started and neither completed nor aborted: their parts take space and are part of no
 * object. Thread-safe. Failures and time limits are those of {@link ArtifactStore}.
 */
public interface MultipartCleanup {
    /**
     * Lists incomplete uploads, those under way included.
     *
     * @param limit maximum number of uploads, 1 to 1000
     */
    List<IncompleteUpload> incompleteUploads(int limit);

    /** Aborts an upload and deletes its parts; it is not an error when it no longer exists. */
    void abort(IncompleteUpload upload);
}
