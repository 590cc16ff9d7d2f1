package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.TaskRunner;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The loops that take commands: one takes many at once while many slots are free; the others take one at a time, down to the last slot. */
record IntakeRunners(List<TaskRunner> all) {
    private static final int MAX_COMMANDS_PER_POLL = 16;

    /** @param intakes creates an intake that takes at most this many commands per poll */
    static IntakeRunners of(int consumers, int slots, IntFunction<CommandIntake> intakes) {
        return new IntakeRunners(IntStream.range(0, consumers)
                .mapToObj(number -> new TaskRunner("intake-" + number, () -> intakes.apply(maxPerPoll(number, slots))))
                .toList());
    }

    static int maxPerPoll(int number, int slots) {
        return number == 1 ? Math.clamp(slots / 4, 1, MAX_COMMANDS_PER_POLL) : 1;
    }
}
