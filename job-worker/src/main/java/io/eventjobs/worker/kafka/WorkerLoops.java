package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.TaskRunner;
import java.util.List;

/**
 * The background loops of a worker. They may start in any order: as long as controls are not heard, no command is taken and
 * nothing announced.
 *
 * @param intakes take commands
 * @param others controls, heartbeats, presence: needed until the last job has ended
 */
record WorkerLoops(List<TaskRunner> intakes, List<TaskRunner> others) {
    void start() {
        others.forEach(TaskRunner::start);
        intakes.forEach(TaskRunner::start);
    }

    void stopIntake() throws InterruptedException {
        for (TaskRunner intake : intakes) {
            intake.stop();
        }
    }

    void stopOthers() throws InterruptedException {
        for (TaskRunner other : others) {
            other.stop();
        }
    }
}
