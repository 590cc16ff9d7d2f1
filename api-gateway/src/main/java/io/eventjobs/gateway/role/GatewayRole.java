package io.eventjobs.gateway.role;

/** A part of a gateway's duties. A gateway has both unless configured otherwise. */
public enum GatewayRole {
    /** Serves the API, the console and live updates, and publishes what its own requests have changed. */
    HTTP,
    /** Owns report partitions, and thus jobs: dispatch, projection, leases, recovery; deliveries to webhooks and all sweeps. */
    CONTROL
}
