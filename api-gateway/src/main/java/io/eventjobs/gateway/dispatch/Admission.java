package io.eventjobs.gateway.dispatch;

/** Decides in one round of dispatch which waiting jobs may be dispatched. A closed lane or host stays closed for the round. */
@FunctionalInterface
public interface Admission {
    /** Called before a job is taken. */
    Decision decide(OpenJob entry);

    /** The decision. */
    enum Decision {
        /** The job is dispatched. */
        ADMITTED,
        /** No job of its lane is dispatched in this round. */
        LANE_CLOSED,
        /** No job is sent to its host in this round; other jobs of its lane may be dispatched. */
        HOST_CLOSED
    }
}
