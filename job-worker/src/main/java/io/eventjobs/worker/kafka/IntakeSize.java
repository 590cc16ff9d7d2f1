package io.eventjobs.worker.kafka;

/**
 * How much an intake takes. The first takes one command at a time, down to the last slot. A second takes many at once while many slots are
 * free, and meanwhile the first rests, since each poll costs a request and a change of the share group's state.
 *
 * @param maxPerPoll maximum number of commands per poll, at least 1 and at most the number of slots
 * @param below takes commands only while fewer slots are free
 */
record IntakeSize(int maxPerPoll, int below) {
    private static final int MAX_COMMANDS_PER_POLL = 16;

    /** Takes commands whenever so many slots are free. */
    static IntakeSize always(int maxPerPoll) {
        return new IntakeSize(maxPerPoll, Integer.MAX_VALUE);
    }

    /** The size of one of the intakes of a worker, by its number from 0. */
    static IntakeSize of(int number, int intakes, int slots) {
        int many = Math.clamp(slots / 4, 1, MAX_COMMANDS_PER_POLL);
        if (number == 1) {
            return always(many);
        }
        return intakes > 1 && many > 1 ? new IntakeSize(1, many) : always(1);
    }
}
