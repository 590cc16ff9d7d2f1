package io.eventjobs.gateway.template;

import io.eventjobs.model.job.TenantId;

/** Keeps templates where workers find them. */
@FunctionalInterface
public interface TemplateKeeper {
    /** Sees to it that the template that was chosen a moment ago, or is that of an earlier job, is there for jobs of the tenant. */
    void keep(TenantId tenant, String hash);
}
