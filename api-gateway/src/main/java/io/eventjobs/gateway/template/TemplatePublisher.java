package io.eventjobs.gateway.template;

import io.eventjobs.model.job.TenantId;

/** Stores templates for workers. */
@FunctionalInterface
public interface TemplatePublisher {
    /** Ensures that a template, chosen just now or by an earlier job, is stored for jobs of the tenant. */
    void publish(TenantId tenant, String hash);
}
