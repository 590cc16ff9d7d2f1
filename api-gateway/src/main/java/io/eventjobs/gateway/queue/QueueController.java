package io.eventjobs.gateway.queue;

import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.mongo.QueueSetting;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.JobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operators' API for the queue: show, pause, resume. */
@RestController
@Tag(name = "Operators")
class QueueController {
    private final QueueStatistics statistics;
    private final WorkerRegistry workers;
    private final TopicLags lags;
    private final QueueSwitch queue;
    private final Clock clock;

    QueueController(
            QueueStatistics statistics, WorkerRegistry workers, TopicLags lags, QueueSwitch queue, Clock clock) {
        this.statistics = statistics;
        this.workers = workers;
        this.lags = lags;
        this.queue = queue;
        this.clock = clock;
    }

    @Operation(
            summary = "Get the state of the queue: its length, its workers, whether it is paused",
            operationId = "getQueue")
    @GetMapping("/api/ops/queue")
    Success<QueueView> queue(Caller caller) throws InterruptedException {
        QueueSetting.State state = queue.state();
        return Success.of(new QueueView(
                state.paused(),
                state.since(),
                statistics.count(JobStatus.PENDING),
                statistics.count(JobStatus.QUEUED),
                statistics.count(JobStatus.PROCESSING),
                statistics.openDeadLetters(),
                statistics.longestWait(clock.instant()).map(Duration::toSeconds).orElse(null),
                workers.slots(),
                lags.now(),
                workers.present().stream().map(QueueView.WorkerView::of).toList()));
    }

    @Operation(summary = "Pause the queue: no job starts, running jobs continue", operationId = "pauseQueue")
    @PostMapping("/api/ops/queue/pause")
    Success<Switched> pause(Caller caller) {
        queue.set(true);
        return Success.of(new Switched(true, "Queue paused"));
    }

    @Operation(summary = "Resume the queue", operationId = "resumeQueue")
    @PostMapping("/api/ops/queue/resume")
    Success<Switched> resume(Caller caller) {
        queue.set(false);
        return Success.of(new Switched(false, "Queue resumed"));
    }

    record Switched(boolean paused, String message) {}
}
