package io.eventjobs.model.protocol;

/**
 * The names of the topics under one prefix.
 *
 * @param prefix {@code event-jobs} unless configured
 */
public record Topics(String prefix) {
    public static final Topics DEFAULT = new Topics("event-jobs");

    /** Gateways to workers, read by them as one share group (KIP-932). */
    public String commands() {
        return prefix + ".commands";
    }

    /** Workers to gateways. */
    public String reports() {
        return prefix + ".reports";
    }

    /** Gateways to one worker. */
    public String controls() {
        return prefix + ".controls";
    }

    /** Gateways to everyone downstream: CloudEvents 1.0. */
    public String events() {
        return prefix + ".events";
    }

    /** Gateways to operators. */
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
