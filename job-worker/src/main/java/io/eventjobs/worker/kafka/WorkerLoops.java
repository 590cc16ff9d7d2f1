package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.TaskRunner;
import java.util.List;

/**
 * The background loops of a worker. They may start in any order: while control messages are not received, no command is taken and nothing
 * announced.
 *
 * @param intakes loops that take commands
 * @param others control messages, heartbeats, presence: needed until the last job has ended
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
