package io.eventjobs.model.artifact;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;

/**
 * The prefix under which one execution writes: {@code {tenant}/jobs/{job}/x{token}-{execution}/}. It is unique to the execution,
 * so that a stale execution cannot touch the files of the current one.
 */
public record ExecutionPrefix(TenantId tenant, JobId jobId, long token, ExecutionId execution) {
    public static final String MANIFEST = "manifest.json";

    /** The object key of the file at this path, which is relative to the prefix. */
    public String key(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || ("/" + path + "/").contains("/../")) {
            throw new IllegalArgumentException(
                    "path must be relative, without .. segments and \\, but is \"" + path + '"');
        }
        return this + path;
    }

    /** The key of the manifest. It is written last: without it the execution has not finished. */
    public String manifestKey() {
        return key(MANIFEST);
    }

    @Override
    public String toString() {
        return jobPrefix(tenant, jobId) + "x" + token + "-" + execution + "/";
    }

    /** The common prefix of all executions of the job. */
    public static String jobPrefix(TenantId tenant, JobId jobId) {
        return tenant + "/jobs/" + jobId + "/";
    }
}
