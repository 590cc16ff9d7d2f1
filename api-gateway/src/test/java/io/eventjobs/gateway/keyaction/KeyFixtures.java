package io.eventjobs.gateway.keyaction;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.gateway.security.ApiKeys;
import io.eventjobs.gateway.transition.ConditionalUpdate;

/** What operators do with the keys of a gateway. */
public final class KeyFixtures {
    private KeyFixtures() {}

    public static KeyActions actions(GatewayHarness gateway) {
        KeyRecords records = gateway.bean(KeyRecords.class);
        return new KeyActions(
                records,
                ApiKeys.callers(ApiKeys.KEY, records, gateway.time()),
                gateway.bean(ConditionalUpdate.class),
                gateway.time());
    }

    public static KeyRequests requests(GatewayHarness gateway) {
        return new KeyRequests(gateway.time());
    }
}
