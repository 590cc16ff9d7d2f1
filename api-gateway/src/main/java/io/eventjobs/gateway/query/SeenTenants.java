package io.eventjobs.gateway.query;

import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose jobs and batches a caller sees in lists. */
@Component
public class SeenTenants {
    private final KeyRecords keys;

    SeenTenants(KeyRecords keys) {
        this.keys = keys;
    }

    /** The caller's own tenant first; for an operator followed by all others that ever had a key. */
    public List<TenantId> of(Caller caller) {
        if (!caller.isOperator()) {
            return List.of(caller.tenant());
        }
        Set<TenantId> seen = new LinkedHashSet<>();
        seen.add(caller.tenant());
        seen.add(Caller.FIRST_TENANT);
        seen.addAll(keys.tenants());
        return List.copyOf(seen);
    }
}
