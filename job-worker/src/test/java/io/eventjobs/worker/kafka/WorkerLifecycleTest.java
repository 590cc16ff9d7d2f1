package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.background.TaskRunner;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.Kafka;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The order of start and stop. The loops have threads of their own but nothing to do. */
@Timeout(30)
class WorkerLifecycleTest {
    @TempDir
    Path folder;

    private final Kafka kafka = Kafka.thatAcknowledges();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private SlotHarness harness;
    private ControlChannel controls;
    private PresenceTask presence;
    private WorkerLifecycle lifecycle;

    @BeforeEach
    void build() {
        harness = new SlotHarness(1, ScriptedWork.thatSucceeds(), kafka.sender(), folder);
        controls = new ControlChannel(harness.ticker);
        presence = new PresenceTask(harness.presence, kafka.sender(), controls, Duration.ofSeconds(2));
        WorkerLoops loops = new WorkerLoops(List.of(loop("intake")), List.of(loop("controls"), loop("heartbeats")));
        lifecycle = new WorkerLifecycle(loops, presence, harness.drain, kafka.sender());
    }

    @Test
    void announcesTheWorkerAtIntervalsOnceItHearsControls() {
        assertThat(presence.run()).isLessThan(Duration.ofSeconds(1));
        assertThat(kafka.reports()).isEmpty();

        controls.readUpTo(0);
        assertThat(presence.run()).isEqualTo(Duration.ofSeconds(2));
        assertThat(kafka.reports(Report.Presence.class)).isNotEmpty().noneMatch(Report.Presence::draining);
    }

    @Test
    void stopsIntakeBeforeAnnouncingItAndReceivesControlsToTheEnd() throws Exception {
        controls.readUpTo(0);
        lifecycle.start();
        await().until(() -> events.size() == 3);
        assertThat(lifecycle.isRunning()).isTrue();
        harness.delayThreads();
        harness.grant(harness.claim(Commands.of(1, 7)));

        lifecycle.stop();

        assertThat(lifecycle.isRunning()).isFalse();
        assertThat(events)
                .containsExactlyInAnyOrder(
                        "intake runs",
                        "controls runs",
                        "heartbeats runs",
                        "intake ends",
                        "controls ends",
                        "heartbeats ends");
        assertThat(events.subList(3, 6)).containsExactly("intake ends", "controls ends", "heartbeats ends");
        assertThat(kafka.reports(Report.Presence.class)).isNotEmpty().allMatch(Report.Presence::draining);
        harness.startThreads();
        assertThat(kafka.reports().getLast()).isInstanceOf(Report.Interrupted.class);
    }

    @Test
    void stopsEvenIfKafkaWasNeverAvailable() {
        lifecycle.start();
        lifecycle.stop();

        assertThat(kafka.reports()).isEmpty();
    }

    @Test
    void keepsTheInterruptFlagOfTheCaller() {
        lifecycle.start();
        Thread.currentThread().interrupt();
        lifecycle.stop();

        assertThat(Thread.interrupted()).isTrue();
    }

    private TaskRunner loop(String name) {
        return new TaskRunner(name, () -> new RecordedTask(name));
    }

    private final class RecordedTask implements BackgroundTask {
        private final String name;

        RecordedTask(String name) {
            this.name = name;
            events.add(name + " runs");
        }

        @Override
        public Duration run() {
            return Duration.ofHours(1);
        }

        @Override
        public void close() {
            events.add(name + " ends");
        }
    }
}
