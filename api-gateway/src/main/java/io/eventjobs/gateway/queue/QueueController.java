package io.eventjobs.gateway.queue;

import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.JobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue for operators: look, pause, resume. */
@RestController
@Tag(name = "Operators")
class QueueController {
    private static final int MAX_COUNT = 1_000_000;

    private final JobRecords jobs;
    private final WorkerRegistry workers;
    private final TopicLags lags;
    private final QueueSwitch queue;
    private final Clock clock;

    QueueController(JobRecords jobs, WorkerRegistry workers, TopicLags lags, QueueSwitch queue, Clock clock) {
        this.jobs = jobs;
        this.workers = workers;
        this.lags = lags;
        this.queue = queue;
        this.clock = clock;
    }

    @Operation(summary = "How long the queue is, who works on it, whether it stands still", operationId = "getQueue")
    @GetMapping("/api/ops/queue")
    Success<QueueView> queue(Caller caller) throws InterruptedException {
        QueueSwitch.State state = queue.state();
        return Success.of(new QueueView(
                state.paused(),
                state.since(),
                count(JobStatus.PENDING),
                count(JobStatus.QUEUED),
                count(JobStatus.PROCESSING),
                jobs.count(new Document("dead_letter.state", DeadLetter.State.OPEN.word()), MAX_COUNT),
                oldestWaitSeconds(),
                workers.slots(),
                lags.now(),
                workers.present().stream().map(QueueView.WorkerView::of).toList()));
    }

    @Operation(summary = "Nothing starts any more; what runs goes on", operationId = "pauseQueue")
    @PostMapping("/api/ops/queue/pause")
    Success<Switched> pause(Caller caller) {
        queue.set(true);
        return Success.of(new Switched(true, "Queue paused"));
    }

    @Operation(summary = "Jobs start again", operationId = "resumeQueue")
    @PostMapping("/api/ops/queue/resume")
    Success<Switched> resume(Caller caller) {
        queue.set(false);
        return Success.of(new Switched(false, "Queue resumed"));
    }

    private long count(JobStatus status) {
        return jobs.count(new Document("status", status.word()), MAX_COUNT);
    }

    private @Nullable Long oldestWaitSeconds() {
        List<JobRecord> oldest =
                jobs.list(new Document("status", JobStatus.PENDING.word()), new Document("updated_at", 1), 1);
        return oldest.isEmpty()
                ? null
                : Duration.between(oldest.getFirst().state().times().updatedAt(), clock.instant())
                        .toSeconds();
    }

    record Switched(boolean paused, String message) {}
}
