package io.eventjobs.gateway.upload;

import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;

/** Keeps uploaded files for jobs. */
@FunctionalInterface
public interface UploadClaims {
    /**
     * Keeps a file for a job that is about to be stored; whether the tenant has such a file. From then on the file is there
     * as long as any job names it.
     */
    boolean claim(TenantId tenant, UploadAddress address);
}
