package io.eventjobs.gateway.security;

import io.eventjobs.model.job.TenantId;

/** Who a request comes from. Controllers take it as an argument; it is never null where a key is required. */
public record Caller(TenantId tenant) {}
