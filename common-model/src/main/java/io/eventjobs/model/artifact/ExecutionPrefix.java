package io.eventjobs.model.artifact;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;

/**
 * Where one execution writes: {@code {tenant}/jobs/{job}/x{token}-{execution}/}. No two executions share one, so a loser
 * cannot touch a winner's files.
 */
public record ExecutionPrefix(TenantId tenant, JobId jobId, long token, ExecutionId execution) {
    public static final String MANIFEST = "manifest.json";

    /** The object key of a file at this path of the execution. */
    public String key(String path) {
        if (path.isEmpty() || path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            throw new IllegalArgumentException("not a path within an execution: " + path);
        }
        return this + path;
    }

    /** The key of the manifest, which is written last: where there is none, nothing is finished. */
    public String manifestKey() {
        return key(MANIFEST);
    }

    @Override
    public String toString() {
        return jobPrefix(tenant, jobId) + "x" + token + "-" + execution + "/";
    }

    /** The prefix of everything that any execution of the job wrote. */
    public static String jobPrefix(TenantId tenant, JobId jobId) {
        return tenant + "/jobs/" + jobId + "/";
    }
}
