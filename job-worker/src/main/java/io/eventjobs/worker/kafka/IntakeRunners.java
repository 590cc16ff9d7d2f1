package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.TaskRunner;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The loops that take commands. */
record IntakeRunners(List<TaskRunner> all) {
    static IntakeRunners of(int consumers, int slots, Function<IntakeSize, CommandIntake> intakes) {
        return new IntakeRunners(IntStream.range(0, consumers)
                .mapToObj(number -> new TaskRunner(
                        "intake-" + number, () -> intakes.apply(IntakeSize.of(number, consumers, slots))))
                .toList());
    }
}
