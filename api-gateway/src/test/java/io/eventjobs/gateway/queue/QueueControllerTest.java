package io.eventjobs.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.QueueSetting;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.queue.QueueController.Switched;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final BrokerLags lags = new BrokerLags();
    private final QueueSwitch queue = new QueueSwitch(gateway.bean(QueueSetting.class), gateway.time(), gateway.time());
    private final QueueController controller = new QueueController(
            gateway.bean(QueueStatistics.class),
            gateway.bean(WorkerRegistry.class),
            new TopicLags(lags::admin, Topics.DEFAULT),
            queue,
            gateway.time());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anEmptyQueueIsOpenAndNothingWaits() throws InterruptedException {
        QueueView view = view();

        assertThat(view.paused()).isFalse();
        assertThat(view.pausedSince()).isNull();
        assertThat(view.pending() + view.queued() + view.processing() + view.deadLetters())
                .isZero();
        assertThat(view.oldestWaitSeconds()).isNull();
        assertThat(view.slots()).isEqualTo(10);
    }

    @Test
    void countsJobsByWhereTheyAre() throws InterruptedException {
        gateway.fails(gateway.running(), FailureCode.HTTP_NOT_FOUND);
        gateway.running();
        gateway.dispatched();
        gateway.submitted();
        gateway.submitted();

        QueueView view = view();

        assertThat(view.pending()).isEqualTo(2);
        assertThat(view.queued()).isEqualTo(1);
        assertThat(view.processing()).isEqualTo(1);
        assertThat(view.deadLetters()).isEqualTo(1);
    }

    @Test
    void saysInWholeSecondsHowLongTheFirstOneWaits() throws InterruptedException {
        gateway.submitted();
        gateway.pass(Duration.ofMillis(61_900));
        gateway.submitted(Jobs.noop());

        assertThat(view().oldestWaitSeconds()).isEqualTo(61);
    }

    @Test
    void passesOnWhatKafkaSaysAboutLags() throws InterruptedException {
        lags.commands(3, 4).reports(Map.of(0, 10L, 1, 5L), Map.of(0, 12L, 1, 5L));

        assertThat(view().lag()).containsExactly(Map.entry("commands", 7L), Map.entry("reports", 2L));
    }

    @Test
    void showsEachWorkerWithWhatItCanDoInOrderAndWhatItHas() throws InterruptedException {
        Report.Execution running = gateway.running();
        gateway.reports(new Report.Presence(
                new WorkerId("worker-1"),
                "1.2.3",
                4,
                6,
                List.of(running),
                Set.of(JobType.SESSION, JobType.NOOP),
                true,
                null));

        assertThat(view().workers())
                .containsExactly(new QueueView.WorkerView(
                        "worker-1",
                        "1.2.3",
                        4,
                        6,
                        1,
                        true,
                        List.of("noop", "session"),
                        List.of(new QueueView.WorkerJobView(running.jobId().value(), "x1", 1))));
        assertThat(view().slots()).isZero();
    }

    @Test
    void pausingAndResumingSayWhatHoldsFromThenOn() throws InterruptedException {
        assertThat(controller.pause(Requests.CALLER).data()).isEqualTo(new Switched(true, "Queue paused"));
        assertThat(view().paused()).isTrue();
        assertThat(view().pausedSince()).isEqualTo(Jobs.NOW);

        assertThat(controller.resume(Requests.CALLER).data()).isEqualTo(new Switched(false, "Queue resumed"));
        assertThat(view().paused()).isFalse();
        assertThat(queue.getAsBoolean()).isFalse();
    }

    private QueueView view() throws InterruptedException {
        return controller.queue(Requests.CALLER).data();
    }
}
