package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.transition.ChangeListener;

/** The flags of the batches of a gateway. */
public final class Flags {
    private Flags() {}

    public static BatchFlags of(GatewayHarness gateway) {
        return new BatchFlags(
                Requests.queries(gateway), gateway.batches(), gateway.bean(ChangeListener.class), gateway.time());
    }
}
