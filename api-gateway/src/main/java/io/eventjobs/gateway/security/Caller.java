package io.eventjobs.gateway.security;

import io.eventjobs.model.job.TenantId;

/** The authenticated caller of a request. An argument of controllers; never null where a key is required. */
public record Caller(TenantId tenant) {}
