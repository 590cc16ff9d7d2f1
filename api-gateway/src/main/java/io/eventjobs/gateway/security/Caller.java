package io.eventjobs.gateway.security;

import io.eventjobs.gateway.key.Role;
import io.eventjobs.model.job.TenantId;

/**
 * The authenticated caller of a request. An argument of controllers; never null where a key is required.
 *
 * @param tenant what it creates belongs to it
 * @param keyId the key that was shown, {@link #CONFIGURED} for the one of the configuration
 */
public record Caller(TenantId tenant, Role role, String keyId) {
    /** Stands for the configured key, which has no record. */
    public static final String CONFIGURED = "configured";

    /** The tenant of the configured key, and of everything from before there were others. */
    public static final TenantId FIRST_TENANT = new TenantId("default");

    /** Whoever holds the configured key: an operator. */
    public Caller(TenantId tenant) {
        this(tenant, Role.OPERATOR, CONFIGURED);
    }

    public boolean isOperator() {
        return role == Role.OPERATOR;
    }

    /** Whether something of that tenant exists for this caller. Operators see all tenants. */
    public boolean sees(TenantId owner) {
        return isOperator() || owner.equals(tenant);
    }
}
