package io.eventjobs.gateway.template;

import io.eventjobs.model.job.TenantId;

/** Puts templates where workers find them. */
@FunctionalInterface
public interface TemplatePublisher {
    /** Sees to it that the template that was chosen a moment ago, or is that of an earlier job, is there for jobs of the tenant. */
    void publish(TenantId tenant, String hash);
}
