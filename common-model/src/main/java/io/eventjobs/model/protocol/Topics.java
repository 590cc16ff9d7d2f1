package io.eventjobs.model.protocol;

/**
 * Names of the Kafka topics and consumer groups; all begin with one prefix.
 *
 * @param prefix {@code event-jobs} by default
 */
public record Topics(String prefix) {
    public static final Topics DEFAULT = new Topics("event-jobs");

    /** From gateways to workers, which read it as one share group (KIP-932). */
    public String commands() {
        return prefix + ".commands";
    }

    /** From workers to gateways. */
    public String reports() {
        return prefix + ".reports";
    }

    /** From gateways to workers; each worker ignores what is addressed to others. */
    public String controls() {
        return prefix + ".controls";
    }

    /** From gateways to consumers downstream: CloudEvents 1.0. */
    public String events() {
        return prefix + ".events";
    }

    /** From gateways to operators: jobs that failed for good, and commands that no worker could read. */
    public String deadLetters() {
        return prefix + ".dead-letters";
    }

    /** The share group of all workers on {@link #commands()}. */
    public String workersGroup() {
        return prefix + ".workers";
    }

    /** The consumer group of all gateways on {@link #reports()}. */
    public String gatewaysGroup() {
        return prefix + ".gateways";
    }
}
