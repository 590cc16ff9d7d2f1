package io.eventjobs.gateway.dispatch;

/** Says in one round of dispatch which waiting jobs may go. What it has closed stays closed for the round. */
@FunctionalInterface
public interface Admission {
    /** Asked before a job is taken. */
    Decision decide(OpenJob entry);

    /** The answer. */
    enum Decision {
        /** It goes. */
        ADMITTED,
        /** Nothing of its lane goes this time. */
        LANE_CLOSED,
        /** Nothing goes to its host this time; others of its lane may. */
        HOST_CLOSED
    }
}
