package io.eventjobs.gateway.upload;

import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;

/** Claims uploaded files for jobs. */
@FunctionalInterface
public interface UploadClaims {
    /**
     * Claims a file for a job that is about to be stored; returns whether the tenant has such a file. The file then exists as long as any
     * job refers to it.
     */
    boolean claim(TenantId tenant, UploadAddress address);
}
